import { spawnSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import type { RunAs } from './run-as.js';

/** Linux's own name for the folder a process works in: it needs no right to the folders above. */
const OWN_FOLDER = '/proc/self/cwd';

const KEPT = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'SYSTEMROOT'];

/** An environment of few, known entries: no locale, no PG* and no secret of the caller's reaches Postgres. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of KEPT) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  return environment;
}

/**
 * How to name the data directory to its user.
 *
 * Below a closed folder such as /root the user nobody cannot use the path. There the server is started
 * in the data directory, entered while still root, and told to use the folder it works in.
 */
export function nameOfCluster(cluster: string, user: RunAs): string {
  if (user.uid === undefined) return cluster;
  for (const name of [cluster, OWN_FOLDER]) {
    if (canEnter(name, cluster, user)) return name;
  }
  throw new EmbeddedPostgresError(
    'DATA_FOLDER_UNREACHABLE',
    `Postgres does not run as root, and user id ${user.uid} cannot enter ${cluster}: start as another user, or name a data folder that every user may enter, such as /var/lib/moderato.`,
  );
}

function canEnter(name: string, cluster: string, user: RunAs): boolean {
  const script = 'cd "$1" && test -r . && test -w .';
  const probe = spawnSync('/bin/sh', ['-c', script, 'sh', name], {
    ...user,
    cwd: cluster,
    env: serverEnvironment(),
    stdio: 'ignore',
  });
  if (probe.error) throw cannotBecome(user, probe.error);
  return probe.status === 0;
}

function cannotBecome(user: RunAs, cause: Error): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DATA_FOLDER_UNREACHABLE',
    `Postgres does not run as root, and this system does not let it run as user id ${user.uid} (${cause.message}): start as another user.`,
    { cause },
  );
}
