import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** A file of the console, ready to be sent. */
export interface ConsoleFile {
  type: string;
  content: Buffer;
  gzipped: Buffer;
  etag: string;
  /** Whether its name changes with its content. */
  immutable: boolean;
}

/** Where the build has put the console: beside this app in dist/, whether this runs from there or from its source. */
const FOLDER = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../../../dist/apps/console/' : '../../../console/',
    import.meta.url,
  ),
);

/**
 * The built console by the paths below /console/. It is read at once and kept: half a megabyte, and a
 * build that replaces dist/ under a running service cannot mix two versions.
 * @returns `null` if it was not built
 */
export function readConsole(folder = FOLDER): ReadonlyMap<string, ConsoleFile> | null {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return null;
  }
  const files = new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), readConsoleFile(folder, name)]),
  );
  return files.has('index.html') ? files : null;
}

function readConsoleFile(folder: string, name: string): ConsoleFile {
  const content = readFileSync(join(folder, name));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 27);
  return {
    type: TYPES[extname(name)] ?? 'application/octet-stream',
    content,
    gzipped: gzipSync(content, { level: 9 }),
    etag: `"${hash}"`,
    immutable: /^assets[\\/]/.test(name),
  };
}
