import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './folder-errors.js';
import { type ProcessIdentity, stillRuns, thisProcess } from './process-identity.js';

/** Who holds a lock. */
export interface LockHolder extends ProcessIdentity {
  /** Tells apart two holds by one process. */
  token: string;
}

export interface LockOptions {
  /** How long to wait for a live holder, in milliseconds. */
  waitMs: number;
  /** Called once when a live holder makes us wait. */
  onWait?: (holder: LockHolder) => void;
}

const HEARTBEAT_MS = 2_000;
const SILENT_MS = 10_000;
const POLL_MS = 50;

/**
 * A lock file that outlives nobody: it names its holder by pid and start time, so that one left by
 * `kill -9` is seen through at once, and its holder touches it every 2 s, so that a holder in another
 * container, whose pid says nothing here, counts as gone after 10 s of silence.
 */
export class FolderLock {
  readonly #heartbeat: NodeJS.Timeout;

  private constructor(
    readonly path: string,
    readonly holder: LockHolder,
  ) {
    this.#heartbeat = setInterval(() => touch(path), HEARTBEAT_MS).unref();
  }

  /** Takes the lock, or gives back the live holder that kept it for all of `waitMs`. */
  static async acquire(path: string, options: LockOptions): Promise<FolderLock | LockHolder> {
    const me = { ...thisProcess(), token: randomUUID() };
    const deadline = Date.now() + options.waitMs;
    let told = false;
    for (;;) {
      const holder = tryAcquire(path, me);
      if (!holder) return new FolderLock(path, me);
      if (Date.now() >= deadline) return holder;
      if (!told) options.onWait?.(holder);
      told = true;
      await sleep(POLL_MS);
    }
  }

  /** Gives the lock back. */
  release(): void {
    clearInterval(this.#heartbeat);
    if (readHolder(this.path)?.token === this.holder.token) rmSync(this.path, { force: true });
  }
}

/** Undefined when the lock was taken, else the holder in the way. */
function tryAcquire(path: string, me: LockHolder): LockHolder | undefined {
  for (;;) {
    if (createWhole(path, me)) return undefined;
    const holder = readHolder(path);
    if (!holder) continue;
    if (isAlive(path, holder)) return holder;
    const remover = removeStale(path, holder, me);
    if (remover) return remover;
  }
}

/**
 * Removing a stale lock is itself done under a lock, named after the hold that it ends: without it the
 * slower of two starts that saw the same stale file would remove the lock which the faster just took.
 */
function removeStale(path: string, stale: LockHolder, me: LockHolder): LockHolder | undefined {
  const guard = `${path}.${stale.token}`;
  const other = tryAcquire(guard, me);
  if (other) return other;
  try {
    if (readHolder(path)?.token === stale.token) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
  return undefined;
}

/** Makes the lock file with all of its content or not at all; false when there is one. */
function createWhole(path: string, me: LockHolder): boolean {
  const draft = `${path}.draft-${me.token}`;
  try {
    writeWhole(draft, me, 'w');
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(systemCode(error) ?? ''))
      throw error;
    return createExclusive(path, me);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** For file systems without hard links; a reader may meet the file half written and then judges it by its age. */
function createExclusive(path: string, me: LockHolder): boolean {
  try {
    writeWhole(path, me, 'wx');
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function writeWhole(path: string, me: LockHolder, flags: 'w' | 'wx'): void {
  const file = openSync(path, flags, 0o644);
  try {
    writeSync(file, JSON.stringify(me));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function readHolder(path: string): LockHolder | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { pid, started, scope, token } = JSON.parse(text) as Partial<LockHolder>;
    if (pid && started !== undefined && scope && token) return { pid, started, scope, token };
  } catch {
    // Not ours to understand: judged by its age alone.
  }
  return { pid: 0, started: '', scope: '', token: 'unreadable' };
}

function isAlive(path: string, holder: LockHolder): boolean {
  const runs = stillRuns(holder);
  if (runs !== undefined) return runs;
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Math.abs(Date.now() - touched) < SILENT_MS;
}

function touch(path: string): void {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch {
    // The folder was removed under us: nothing is left to guard.
  }
}
