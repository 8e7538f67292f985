import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SiteKeys } from '#sites';
import { onTestFinished } from 'vitest';
import { buildOnce, freePort, plainEnvironment, PROJECT_FOLDER } from './processes.js';
import { TestProcess } from './test-process.js';

export interface StandaloneOptions {
  port?: number;
  env?: NodeJS.ProcessEnv;
  /** What runs it; node itself unless told otherwise. */
  command?: string[];
}

const NODE = [process.execPath, `${PROJECT_FOLDER}dist/apps/standalone/src/main.js`];
/** The same by a user without rights, who is nobody where the tests run as root. */
export const ORDINARY_USER =
  process.getuid?.() === 0
    ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...NODE]
    : NODE;
/** Small, so that what was left behind is taken up within a test's patience. */
const SETTINGS = { SWEEP_AFTER_MS: '2000', JOB_LOCK_MS: '2000' };

/** A data folder of a test's own; its Postgres ends and it is removed with the test. */
export function dataFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'moderato-test-'));
  const folder = join(parent, 'data');
  onTestFinished(() => {
    killPostmaster(folder);
    rmSync(parent, { recursive: true, force: true, maxRetries: 10 });
  });
  return folder;
}

/** As dataFolder(), in a folder where every user may make his own. */
export function openDataFolder(): string {
  const folder = dataFolder();
  chmodSync(dirname(folder), 0o777);
  return folder;
}

/** The pid of the Postgres that runs on the folder, or ran there last; undefined when there was none. */
export function postmasterPid(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
}

/** `npm start` on a data folder. */
export class StandaloneService {
  private constructor(
    readonly folder: string,
    readonly port: number,
    readonly process: TestProcess,
  ) {}

  /** Starts it and does not wait. */
  static async spawn(folder: string, options: StandaloneOptions = {}): Promise<StandaloneService> {
    await buildOnce();
    const port = options.port ?? (await freePort());
    const [program = '', ...args] = options.command ?? NODE;
    const own = { ...SETTINGS, MODERATO_DATA: folder, PORT: String(port) };
    const env = { ...plainEnvironment(), ...own, ...options.env };
    const started = TestProcess.start('standalone', program, args, env, PROJECT_FOLDER);
    return new StandaloneService(folder, port, started);
  }

  /** Starts it and waits for its banner. */
  static async start(folder: string, options?: StandaloneOptions): Promise<StandaloneService> {
    const service = await StandaloneService.spawn(folder, options);
    await service.process.ready({ readyLine: 'Stop: Ctrl-C', timeoutMs: 60_000 });
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get banner(): string {
    return this.process.output;
  }

  /** The keys as the banner tells them. */
  get keys(): SiteKeys {
    const tell = (name: string): string =>
      new RegExp(`${name} key  (\\S+)`).exec(this.banner)?.[1] ?? '';
    return { publicKey: tell('Public'), secretKey: tell('Secret') };
  }

  /** The address of its database, which only its own user may read. */
  get databaseUrl(): string {
    const file = join(this.folder, 'postgres/moderato-connection.json');
    const { password, port } = JSON.parse(readFileSync(file, 'utf8')) as {
      password: string;
      port: number;
    };
    return `postgres://moderato:${password}@127.0.0.1:${port}/moderato`;
  }

  /** Posts a comment as a reader and gives the answer's status. */
  async post(body: string): Promise<number> {
    const response = await fetch(`${this.url}/v1/comments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-site-key': this.keys.publicKey },
      body: JSON.stringify({ article: { id: 'a' }, author: { name: 'Reader' }, body }),
    });
    await response.arrayBuffer();
    return response.status;
  }
}

function killPostmaster(folder: string): void {
  const pid = postmasterPid(folder);
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It has ended already.
  }
}
