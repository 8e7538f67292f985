import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { findInstalled, type InstalledBinaries } from './installed-binaries.js';
import { linkLibraries, missingLibraries } from './library-links.js';
import type { RunAs } from './run-as.js';
import { serverEnvironment } from './server-command.js';
import { stageBinaries } from './staging.js';

/** Postgres programs that the chosen user can run. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version, such as 18. */
  major: number;
}

/** Finds the programs for this platform, and copies them where the user can run them if need be. */
export function prepareBinaries(user: RunAs): Binaries {
  const installed = findInstalled();
  const problem = usable(installed.native, user) ? undefined : whyNot(installed, user);
  const native = problem === undefined ? installed.native : stagedFor(installed, user, problem);
  return { ...programs(native), major: Number.parseInt(installed.version, 10) };
}

function usable(native: string, user: RunAs): boolean {
  if (missingLibraries(native).length > 0 && !linkLibraries(native)) return false;
  // The caller's own right to run them shows when they run; another user's must be tried.
  return user.uid === undefined || tryRun(native, user) === undefined;
}

/** The reason why the programs do not run where they lie. */
function whyNot(installed: InstalledBinaries, user: RunAs): string {
  return tryRun(installed.native, user) ?? 'its libraries are not linked';
}

function stagedFor(installed: InstalledBinaries, user: RunAs, problem: string): string {
  let reason = problem;
  for (const native of stageBinaries(installed)) {
    const failure = tryRun(native, user);
    if (failure === undefined) return native;
    reason = failure;
  }
  throw new EmbeddedPostgresError(
    'BINARIES_UNUSABLE',
    `The Postgres that npm installed does not run here (${reason}): give DATABASE_URL of a Postgres of your own.`,
  );
}

function tryRun(native: string, user: RunAs): string | undefined {
  const { initdb, postgres } = programs(native);
  for (const program of [postgres, initdb]) {
    const run = spawnSync(program, ['-V'], {
      ...user,
      cwd: '/',
      env: serverEnvironment(),
      encoding: 'utf8',
    });
    if (run.error) return run.error.message;
    if (run.status !== 0) return run.stderr.trim().split('\n')[0] || `it ended with ${run.status}`;
  }
  return undefined;
}

function programs(native: string): { initdb: string; postgres: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}
