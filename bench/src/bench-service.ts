import { freePort, ServiceProcess } from '../../apps/tools/src/http/service-process.js';
import type { SiteKeys } from '../../apps/tools/src/http/site-keys.js';
import type { Cleanup } from '../../apps/tools/src/http/cleanup.js';

const KEYS = {
  siteKey: 'pk_bench_0123456789',
  siteSecret: 'sk_bench_0123456789abcdef',
} satisfies SiteKeys;

/** Moderato in its production shape, as separate processes on one database. */
export class BenchService {
  readonly keys: SiteKeys = KEYS;
  private readonly env: NodeJS.ProcessEnv;

  constructor(
    private readonly cleanup: Cleanup,
    databaseUrl: string,
    redisUrl?: string,
  ) {
    this.env = {
      ...{
        DATABASE_URL: databaseUrl,
        REDIS_URL: redisUrl,
        NODE_ENV: 'production',
        LOG_LEVEL: 'warn',
      },
      ...{ MODERATO_SITE_KEY: KEYS.siteKey, MODERATO_SITE_SECRET: KEYS.siteSecret },
    };
  }

  /** Lays out the database. */
  async migrate(): Promise<void> {
    await ServiceProcess.start('apps/tools', this.env, 'migrate/main.js').exit();
  }

  /** Starts the API alone; resolves when it takes requests. */
  async startApi(): Promise<{ url: string; process: ServiceProcess }> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const process = ServiceProcess.start('apps/api', {
      ...this.env,
      HOST: '127.0.0.1',
      PORT: String(port),
    });
    this.cleanup.add(() => process.stop());
    await process.ready(url);
    return { url, process };
  }

  /** Starts a worker, and does not wait for it. */
  startWorker(): ServiceProcess {
    const process = ServiceProcess.start('apps/worker', this.env);
    this.cleanup.add(() => process.stop());
    return process;
  }
}
