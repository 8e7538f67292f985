import { chmodSync, lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';

/** The user that Postgres runs as; empty means the caller. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

const NOBODY = { uid: 65_534, gid: 65_534 };

/** Postgres refuses root: its data's owner runs it then, or the folder's, or nobody. */
export function chooseUser(folder: DataFolder): RunAs {
  if (process.getuid?.() !== 0) return {};
  for (const path of [folder.cluster, folder.root]) {
    const owner = statSync(path, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return nobody();
}

function nobody(): RunAs {
  try {
    const line = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
    return line ? { uid: Number(line[1]), gid: Number(line[2]) } : NOBODY;
  } catch {
    return NOBODY;
  }
}

/** Hands a tree to the user who runs Postgres, closed to everyone else, as Postgres demands. */
export function handOver(path: string, user: RunAs): void {
  if (user.uid === undefined || user.gid === undefined) return;
  const entry = lstatSync(path);
  lchownSync(path, user.uid, user.gid);
  if (entry.isSymbolicLink()) return;
  chmodSync(path, entry.isDirectory() ? 0o700 : 0o600);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path)) handOver(join(path, name), user);
}

/** Whether a copy made by root left a cluster that its user cannot read. */
export function needsHandOver(path: string, user: RunAs): boolean {
  return user.uid !== undefined && statSync(path).uid !== user.uid;
}
