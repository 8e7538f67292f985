import { newSiteKeys, ensureSite, type SiteKeys } from '#sites';
import { freePort, spawnService, type TestProcess } from '../harness/processes.js';

export interface DeploymentOptions {
  databaseUrl: string;
  /** The queue's Redis; Postgres without it. */
  redisUrl?: string | undefined;
  /** One unless told otherwise. */
  workers?: number;
}

/** Small, so that what was left behind is taken up within a test's patience. */
const SETTINGS = { SWEEP_AFTER_MS: '2000', JOB_LOCK_MS: '2000' };
const READY = { timeoutMs: 60_000 };

/** The production shape in small: one API and some workers, each a process that a test may hurt. */
export class Deployment {
  readonly workers: TestProcess[] = [];

  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    readonly keys: SiteKeys,
    private readonly environment: Record<string, string>,
    public api: TestProcess,
  ) {}

  /** Starts the processes on a migrated database and waits until all are ready. */
  static async start(options: DeploymentOptions): Promise<Deployment> {
    const { databaseUrl, redisUrl, workers = 1 } = options;
    const keys = newSiteKeys();
    await ensureSite(databaseUrl, keys, ['*']);
    const port = await freePort();
    const environment = {
      ...SETTINGS,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    };
    const url = `http://127.0.0.1:${port}`;
    const [api, ...started] = await Promise.all([
      spawnApi(environment, url),
      ...Array.from({ length: workers }, () => spawnWorker(environment)),
    ]);
    const deployment = new Deployment(url, databaseUrl, keys, environment, api);
    deployment.workers.push(...started);
    return deployment;
  }

  /** Another API in the place of a dead one, at the same address. */
  async replaceApi(): Promise<void> {
    this.api = await spawnApi(this.environment, this.url);
  }

  /** One more worker. */
  async addWorker(): Promise<TestProcess> {
    const worker = await spawnWorker(this.environment);
    this.workers.push(worker);
    return worker;
  }

  /** How many jobs wait or run, as the API's health report says; undefined while it cannot tell. */
  async queuedJobs(): Promise<number | undefined> {
    const response = await fetch(`${this.url}/health/ready`);
    const health = (await response.json()) as { details: { queue: { jobs?: number } } };
    return health.details.queue.jobs;
  }

  /** The processes that have ended, whatever the reason. */
  ended(): TestProcess[] {
    return [this.api, ...this.workers].filter(({ exit }) => exit !== undefined);
  }
}

function spawnApi(environment: NodeJS.ProcessEnv, url: string): Promise<TestProcess> {
  return spawnService(
    'dist/apps/api/src/main.js',
    { ...environment, LOG_LEVEL: 'warn' },
    { ...READY, readyUrl: `${url}/health/live` },
  );
}

function spawnWorker(environment: NodeJS.ProcessEnv): Promise<TestProcess> {
  const ready = { ...READY, readyLine: 'The worker is ready.' };
  return spawnService('dist/apps/worker/src/main.js', environment, ready);
}
