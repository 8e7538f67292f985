import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { readConnection, USER, writeConnection } from './connection-file.js';
import { type DataFolder, removeUnfinished, unfinishedCluster } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { diskFull, notAccessible } from './folder-errors.js';
import { chooseUser, handOver, needsHandOver, type RunAs } from './run-as.js';
import { nameOfCluster, serverEnvironment } from './server-command.js';

/** Who may log in and how: this user, over loopback, with the password. */
const HOST_RULES = `host all ${USER} 127.0.0.1/32 scram-sha-256\n`;

/** The cluster's user and password; the cluster is made when the folder has none. */
export async function ensureCluster(
  folder: DataFolder,
  binaries: Binaries,
  durable: boolean,
): Promise<{ user: RunAs; made: boolean }> {
  removeUnfinished(folder);
  const user = chooseUser(folder);
  const made = !hasCluster(folder.cluster);
  if (made) await makeCluster(folder, binaries, user, durable);
  // After `cp -r` by root everything is root's, and Postgres refuses it.
  else if (needsHandOver(folder.cluster, user)) handOver(folder.cluster, user);
  checkVersion(folder.cluster, binaries.major);
  checkPassword(folder.cluster);
  return { user, made };
}

function hasCluster(cluster: string): boolean {
  return existsSync(cluster) && readdirSync(cluster).length > 0;
}

/** Made beside its place and renamed, so that an interrupted start never leaves half a cluster there. */
async function makeCluster(
  folder: DataFolder,
  binaries: Binaries,
  user: RunAs,
  durable: boolean,
): Promise<void> {
  const draft = unfinishedCluster(folder, randomBytes(6).toString('hex'));
  const cluster = join(draft, 'cluster');
  const password = randomBytes(24).toString('base64url');
  try {
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    writeFileSync(join(draft, 'password'), password, { mode: 0o600 });
    handOver(draft, user);
    await initdb(binaries.initdb, cluster, user, durable, folder.root);
    writeFileSync(join(cluster, 'pg_hba.conf'), HOST_RULES, { flush: true });
    writeConnection(cluster, { password });
    if (existsSync(folder.cluster)) rmdirSync(folder.cluster);
    renameSync(cluster, folder.cluster);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

async function initdb(
  program: string,
  cluster: string,
  user: RunAs,
  durable: boolean,
  root: string,
): Promise<void> {
  const child = spawn(program, initdbArguments(nameOfCluster(cluster, user), durable), {
    ...user,
    cwd: cluster,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const status = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'an unknown end'));
  });
  if (status !== 0) throw initdbFailed(output, status, root);
}

function initdbArguments(cluster: string, durable: boolean): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${USER}`,
    // Relative, for below a closed folder only paths from the working folder are open to the user.
    '--pwfile=../password',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in C.UTF-8 is the same everywhere: no locale of the machine, no ICU version counts.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=english',
    '--data-checksums',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function initdbFailed(
  output: string,
  status: number | string,
  root: string,
): EmbeddedPostgresError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return diskFull(root);
  if (output.includes('Permission denied')) return notAccessible(root, new Error(output));
  const lines = output.trim().split('\n');
  const reason = lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? '';
  return new EmbeddedPostgresError(
    'INITDB_FAILED',
    `initdb could not make a database in ${root} (${status}: ${reason.trim()}): mend that and start again.`,
    { cause: new Error(output) },
  );
}

function checkVersion(cluster: string, major: number): void {
  const file = join(cluster, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'unknown';
  if (found === String(major)) return;
  throw new EmbeddedPostgresError(
    'WRONG_MAJOR_VERSION',
    `${cluster} holds data of Postgres ${found} and this Moderato brings Postgres ${major}: name another data folder, or load a pg_dump of the old data into a new one.`,
  );
}

function checkPassword(cluster: string): void {
  if (readConnection(cluster)) return;
  throw new EmbeddedPostgresError(
    'PASSWORD_LOST',
    `The file that keeps the password is missing from ${cluster}: restore it from a copy of ${basename(cluster)}, or name another data folder.`,
  );
}
