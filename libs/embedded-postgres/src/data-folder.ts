import { lchownSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { notAccessible, systemCode } from './folder-errors.js';

/** Where everything lies below the data folder. */
export interface DataFolder {
  root: string;
  /** What Postgres calls its data directory. */
  cluster: string;
  lock: string;
  log: string;
}

const UNFINISHED = 'postgres.new-';

/** Names what lies below a data folder, which is made when it is missing. */
export function openDataFolder(path: string): DataFolder {
  const root = resolve(path);
  makeFolder(root);
  return {
    root,
    cluster: join(root, 'postgres'),
    lock: join(root, 'lock'),
    log: join(root, 'postgres.log'),
  };
}

/** A sibling of the cluster to make a new one in; what an interrupted start left is removed by the next. */
export function unfinishedCluster(folder: DataFolder, suffix: string): string {
  return join(folder.root, `${UNFINISHED}${suffix}`);
}

/** Removes what interrupted starts left. */
export function removeUnfinished(folder: DataFolder): void {
  for (const name of readdirSync(folder.root)) {
    if (!name.startsWith(UNFINISHED)) continue;
    try {
      rmSync(join(folder.root, name), { recursive: true, force: true });
    } catch {
      // An initdb whose parent was killed may still be writing there: the next start gets it.
    }
  }
}

/** Gives a file that root made to the owner of its folder, who may start Moderato without root next time. */
export function giveToOwner(folder: DataFolder, path: string): void {
  giveToOwnerOf(folder.root, path);
}

/** By hand, for mkdir's `recursive` never returns where a folder is there and takes none, such as /proc. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
    giveToOwnerOf(parent, path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw notAccessible(path, error);
    // Another start was faster.
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  lchownSync(path, uid, gid);
}
