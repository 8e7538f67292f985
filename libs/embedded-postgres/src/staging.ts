import { createHash } from 'node:crypto';
import {
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { systemCode } from './folder-errors.js';
import type { InstalledBinaries } from './installed-binaries.js';
import { linkLibraries } from './library-links.js';

interface StagedFile {
  path: string;
  size: number;
}

const GROUP_OR_OTHERS_MAY_WRITE = 0o022;
/** Archives for linking programs against, which nothing here does. */
const LEFT_OUT = /\.(a|pc)$/;

/**
 * Copies of the programs in folders that every user can enter, made when first asked for.
 *
 * Two starts at once both copy and the first to rename wins. A folder that another user made is never
 * used, whatever lies in it.
 */
export function* stageBinaries(installed: InstalledBinaries): Generator<string> {
  const files = listFiles(installed.native);
  const name = `moderato-postgres-${process.getuid?.() ?? 0}-${keyOf(installed, files)}`;
  for (const parent of new Set(['/var/tmp', tmpdir()])) {
    const native = stageIn(join(parent, name), installed.native, files);
    if (native !== undefined) yield native;
  }
}

function stageIn(place: string, from: string, files: StagedFile[]): string | undefined {
  try {
    if (isWhole(place, files)) return join(place, 'native');
    const draft = mkdtempSync(`${place}.`);
    try {
      copyFiles(from, join(draft, 'native'), files);
      chmodSync(draft, 0o755);
      putInPlace(draft, place, files);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
    return isWhole(place, files) ? join(place, 'native') : undefined;
  } catch (error) {
    if (systemCode(error) !== undefined) return undefined;
    throw error;
  }
}

function putInPlace(draft: string, place: string, files: StagedFile[]): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      renameSync(draft, place);
      return;
    } catch (error) {
      if (!['EEXIST', 'ENOTEMPTY', 'ENOTDIR', 'EPERM'].includes(systemCode(error) ?? ''))
        throw error;
    }
    if (isWhole(place, files) || !isSafe(place)) return;
    // A copy that lost files, to a cleaner of old temporary files for one: moved away, not emptied in place.
    const damaged = `${draft}.damaged`;
    renameSync(place, damaged);
    rmSync(damaged, { recursive: true, force: true });
  }
}

function isWhole(place: string, files: StagedFile[]): boolean {
  if (!isSafe(place) || !isSafe(join(place, 'native'))) return false;
  return (
    files.every(({ path, size }) => {
      const staged = lstatSync(join(place, 'native', path), { throwIfNoEntry: false });
      return staged?.isFile() === true && staged.size === size;
    }) && linkLibraries(join(place, 'native'))
  );
}

/** Whether nobody but this user and root can have put anything there. */
function isSafe(place: string): boolean {
  const entry = lstatSync(place, { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return false;
  const mine = process.getuid === undefined || entry.uid === process.getuid();
  return mine && (entry.mode & GROUP_OR_OTHERS_MAY_WRITE) === 0;
}

function copyFiles(from: string, to: string, files: StagedFile[]): void {
  const made = new Set<string>();
  for (const { path } of files) {
    const target = join(to, path);
    makeFolder(dirname(target), made);
    copyFileSync(join(from, path), target, constants.COPYFILE_FICLONE);
    // An npm that ran under umask 077 left them closed to the user who is to run them.
    const runnable = (lstatSync(join(from, path)).mode & 0o100) !== 0;
    chmodSync(target, runnable ? 0o755 : 0o644);
  }
}

function makeFolder(path: string, made: Set<string>): void {
  if (made.has(path)) return;
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) {
    makeFolder(dirname(path), made);
    mkdirSync(path);
    chmodSync(path, 0o755);
  }
  made.add(path);
}

function listFiles(native: string): StagedFile[] {
  return readdirSync(native, { recursive: true, encoding: 'utf8' })
    .filter((path) => !LEFT_OUT.test(path))
    .map((path) => ({ path, entry: lstatSync(join(native, path)) }))
    .filter(({ entry }) => entry.isFile())
    .map(({ path, entry }) => ({ path, size: entry.size }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function keyOf(installed: InstalledBinaries, files: StagedFile[]): string {
  const hash = createHash('sha256').update(JSON.stringify(files));
  for (const { path } of files.filter((file) => file.path.startsWith('bin'))) {
    hash.update(readFileSync(join(installed.native, path)));
  }
  return `${installed.version}-${hash.digest('hex').slice(0, 16)}`;
}
