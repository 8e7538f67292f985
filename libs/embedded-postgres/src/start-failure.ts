import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { diskFull, notAccessible } from './folder-errors.js';

/** What the server's last words mean. */
export type StartFailure = { retry: 'memory' | 'port' } | { error: EmbeddedPostgresError };

/** Reads from the log of a server that ended at its start what to do next. */
export function understandFailure(output: string, folder: string, logPath: string): StartFailure {
  if (/No space left on device|Disk quota exceeded/.test(output))
    return { error: diskFull(folder) };
  if (/could not (bind|create any TCP)/.test(output)) return { retry: 'port' };
  // Children of a killed server hold its memory until they notice, and its pid file names them.
  if (
    /shared memory block .* is still in use|lock file "postmaster\.pid" already exists/.test(output)
  ) {
    return { retry: 'memory' };
  }
  if (/Permission denied|has wrong ownership/.test(output)) return { error: notAccessible(folder) };
  return { error: startFailed(output, logPath) };
}

function startFailed(output: string, logPath: string): EmbeddedPostgresError {
  const reason =
    /(?:FATAL|PANIC):\s*(.*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? '';
  return new EmbeddedPostgresError(
    'START_FAILED',
    `Postgres did not start (${reason || 'it said nothing'}): see ${logPath}.`,
    { cause: new Error(output) },
  );
}

export function portTaken(port: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'PORT_TAKEN',
    `Port ${port} of 127.0.0.1, asked for Postgres, is taken: end the program that listens there or name another port.`,
  );
}
