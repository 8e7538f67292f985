import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that the project lies in, wherever below it this file was built to. */
export function projectFolder(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}`);
  }
}
