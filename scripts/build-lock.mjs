import { mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const HEARTBEAT_MS = 1_000;
const SILENT_MS = 5_000;

/**
 * One build at a time. The holder touches the lock every second, and one that has been silent for 5 s is
 * gone. Should two hold it after all, both build the same into folders of their own.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBuildLock(path, work) {
  while (!take(path)) await sleep(100);
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const held = statSync(path, { throwIfNoEntry: false });
  if (held && Date.now() - held.mtimeMs > SILENT_MS) rmSync(path, { recursive: true, force: true });
  return false;
}

/** @param {string} path */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken over while this process was suspended: see above.
  }
}
