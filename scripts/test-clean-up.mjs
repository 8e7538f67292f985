import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends what a cut-off run left running and removes its folder.
 *
 * @param {string} folder the run's own folder for temporary files, by which its processes are known
 */
export async function cleanUp(folder) {
  for (let round = 0; round < 20; round += 1) {
    const left = processesOf(folder);
    if (left.length === 0) break;
    for (const pid of left) kill(pid);
    await sleep(50);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {string} folder */
function processesOf(folder) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && environmentOf(pid).includes(`TMPDIR=${folder}`),
  );
}

/** @param {string} pid */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    // Gone already, or another user's.
    return [];
  }
}

/** @param {string} pid */
function kill(pid) {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch {
    // Gone already.
  }
}
