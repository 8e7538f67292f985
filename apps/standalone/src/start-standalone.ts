import type { Config } from '#config';
import { EmbeddedPostgres } from '#embedded-postgres';
import { JsonLogger } from '#logging';
import type { Service } from '#startup';
import { assertPortFree } from './assert-port-free.js';
import { banner } from './banner.js';

/** Starts database, API and worker, and says so on standard output. */
export async function startStandalone(config: Config): Promise<Service> {
  const began = performance.now();
  await assertPortFree(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'moderato', process.stderr);
  const postgres = await EmbeddedPostgres.start({
    dataDirectory: config.MODERATO_DATA,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    // Not before: whoever has a port or a folder to mend is told at once, without waiting for all this to load.
    const { startApplication } = await import('./start-application.js');
    const settings = { ...config, DEMO: demo(config), REDIS_URL: undefined };
    const application = await startApplication({ ...settings, DATABASE_URL: postgres.url }, logger);
    keepRunning(postgres, logger);
    process.stdout.write(
      banner({
        ...application.access,
        dataFolder: config.MODERATO_DATA,
        seconds: (performance.now() - began) / 1000,
        demo: settings.DEMO === 'true',
      }),
    );
    return {
      stop: async () => {
        await application.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** Shown to whoever starts it on their own machine, and to nobody else unless they say so. */
function demo({ DEMO, HOST }: Config): 'true' | 'false' {
  return DEMO ?? (/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(HOST) ? 'true' : 'false');
}

/** A database that was killed is started again; the pools reconnect by themselves. */
function keepRunning(postgres: EmbeddedPostgres, logger: JsonLogger): void {
  postgres.onExit(() => {
    logger.warn('PostgreSQL ended by itself and is started again.', 'Standalone');
    postgres.restart().catch((error: unknown) => {
      process.stderr.write(
        `Moderato: PostgreSQL could not be started again: ${(error as Error).message}\n`,
      );
      process.kill(process.pid, 'SIGTERM');
    });
  });
}
