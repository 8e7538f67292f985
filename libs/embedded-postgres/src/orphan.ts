import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './folder-errors.js';
import { isPostgresOn } from './process-identity.js';

/** Asked in this order: end now, end at once, and the kernel's way. */
const REQUESTS: readonly [NodeJS.Signals, number][] = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];
const POLL_MS = 20;

/**
 * Ends the server that a killed Moderato left running on this data directory, for it has the settings,
 * the log and perhaps the version of its dead parent; the caller holds the folder's lock.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pid = recordedPid(cluster);
  if (pid === undefined) return;
  if (isPostgresOn(pid, cluster)) {
    log(`Postgres (pid ${pid}) still runs from a Moderato that was killed: restarting it.`);
    await end(pid, cluster);
  } else if (exists(pid)) {
    // Postgres would take the pid's new owner, or a zombie that nobody reaps, for itself and refuse to start.
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

function recordedPid(cluster: string): number | undefined {
  try {
    const first = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0];
    const pid = Number(first);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function end(pid: number, cluster: string): Promise<void> {
  for (const [signal, patienceMs] of REQUESTS) {
    send(pid, signal);
    // One that was stopped (SIGSTOP) hears nothing until it goes on.
    send(pid, 'SIGCONT');
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await sleep(POLL_MS)) {
      if (!isPostgresOn(pid, cluster)) return;
    }
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
