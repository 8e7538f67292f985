import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the data folders of test runs are called below the system's folder for temporary files. */
export const FOLDER_PREFIX = 'moderato-test-';

/** Ends the servers and removes the folders of test runs that were killed before they could do so. */
export function sweepAbandonedFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const folder = join(tmpdir(), name);
    try {
      if (isAbandoned(folder)) sweep(folder);
    } catch {
      // Another user's, or being swept by another run at this moment.
    }
  }
}

/** Its lock names the run that made it; a folder without one may just be starting. */
function isAbandoned(folder: string): boolean {
  const lock = readFileSync(join(folder, 'lock'), 'utf8');
  const { pid, started } = JSON.parse(lock) as { pid: number; started: string };
  return startOf(pid) !== started;
}

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function sweep(folder: string): void {
  const cluster = join(folder, 'postgres');
  const pid = recordedPid(cluster);
  if (pid !== undefined && worksIn(pid, cluster)) process.kill(pid, 'SIGQUIT');
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}

function recordedPid(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}

function worksIn(pid: number, folder: string): boolean {
  const here = statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false });
  return here?.ino === statSync(folder).ino;
}
