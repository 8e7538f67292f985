import { setTimeout as sleep } from 'node:timers/promises';
import { readConnection, writeConnection } from './connection-file.js';
import type { DataFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { stopOrphan } from './orphan.js';
import { freePort, isFree } from './port.js';
import { Postmaster } from './postmaster.js';
import { answers } from './readiness.js';
import type { RunAs } from './run-as.js';
import type { ServerLog } from './server-log.js';
import { serverSettings, type Settings } from './settings.js';
import { portTaken, understandFailure } from './start-failure.js';

export interface LaunchOptions {
  folder: DataFolder;
  program: string;
  user: RunAs;
  serverLog: ServerLog;
  settings?: Settings | undefined;
  /** A port that must be this one; else the last one is taken when it is free. */
  port?: number | undefined;
  log: (line: string) => void;
}

export interface RunningServer {
  postmaster: Postmaster;
  port: number;
  password: string;
}

/** Children of a killed server take up to 5 s to notice and let its memory go. */
const PATIENCE_MS = 15_000;
const RETRY_MS = 100;

/** Starts the server and waits until it answers, again while what a dead one left is in the way. */
export async function launch(options: LaunchOptions): Promise<RunningServer> {
  await stopOrphan(options.folder.cluster, options.log);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const port = await choosePort(options, deadline);
    const postmaster = Postmaster.launch(commandFor(options, port), options.serverLog);
    const server = await ready(postmaster, port, options);
    if (server) return server;
    const failure = understandFailure(postmaster.output, options.folder.root, options.folder.log);
    if ('error' in failure) throw failure.error;
    if (Date.now() > deadline) throw gaveUp(failure.retry, port);
    await sleep(RETRY_MS);
  }
}

function commandFor({ program, folder, user, settings }: LaunchOptions, port: number) {
  return { program, cluster: folder.cluster, user, settings: serverSettings(port, settings) };
}

async function ready(
  postmaster: Postmaster,
  port: number,
  { folder, log }: LaunchOptions,
): Promise<RunningServer | undefined> {
  const connection = readConnection(folder.cluster);
  const password = connection?.password ?? '';
  try {
    if (!(await answers(postmaster, port, password, log))) return undefined;
    if (connection?.port !== port) writeConnection(folder.cluster, { password, port });
  } catch (error) {
    postmaster.signal('SIGQUIT');
    await postmaster.endsWithin(5_000);
    throw error;
  }
  return { postmaster, port, password };
}

/** A port that was asked for may still be held by a server that is just ending: that is waited for. */
async function choosePort({ port, folder }: LaunchOptions, deadline: number): Promise<number> {
  if (port === undefined) return freePort(readConnection(folder.cluster)?.port);
  const patience = Math.min(deadline, Date.now() + 2_000);
  while (!(await isFree(port))) {
    if (Date.now() > patience) throw portTaken(port);
    await sleep(RETRY_MS);
  }
  return port;
}

function gaveUp(reason: 'memory' | 'port', port: number): EmbeddedPostgresError {
  if (reason === 'port') return portTaken(port);
  return new EmbeddedPostgresError(
    'START_FAILED',
    'Processes of an earlier Postgres still hold its memory: end the remaining postgres processes and start again.',
  );
}
