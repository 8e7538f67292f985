import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FirstAdmin } from '#accounts';
import { type Config, publicUrl } from '#config';
import { configuredChecks } from '#configured-checks';
import { migrate } from '#database';
import { EmbeddedPostgres } from '#embedded-postgres';
import { Secrets } from '#encryption';
import { JsonLogger } from '#logging';
import type { Check } from '#moderation';
import { migrateQueue } from '#queues';
import { ensureSite, type SiteKeys, SitesService } from '#sites';
import type { Service } from '#startup';
import { createApi } from '../../api/src/create-api.js';
import { banner } from './banner.js';
import { firstSiteKeys } from './site-file.js';
import { StandaloneModule } from './standalone.module.js';

const PORT_PATIENCE_MS = 3000;
const PORT_PAUSE_MS = 100;

/** Starts database, API and worker, and says so on standard output. */
export async function startStandalone(config: Config): Promise<Service> {
  const began = performance.now();
  await assertPortFree(config);
  const checks = await configuredChecks(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'moderato', process.stderr);
  const postgres = await EmbeddedPostgres.start({
    dataDirectory: config.MODERATO_DATA,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  try {
    const { app, keys } = await startApplication(
      { ...config, DATABASE_URL: postgres.url, REDIS_URL: undefined },
      checks,
      logger,
    );
    keepRunning(postgres, logger);
    const access = await consoleAccess(app, config, keys);
    const seconds = (performance.now() - began) / 1000;
    const dataFolder = config.MODERATO_DATA;
    process.stdout.write(
      banner({
        address: addressOf(app),
        keys,
        ...access,
        dataFolder,
        seconds,
        demo: demo(config) === 'true',
      }),
    );
    return {
      stop: async () => {
        await app.close();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function startApplication(
  config: Config & { DATABASE_URL: string },
  checks: readonly Check[],
  logger: JsonLogger,
) {
  await migrate(config.DATABASE_URL);
  await migrateQueue(config.DATABASE_URL);
  const keys = firstSiteKeys(config);
  const { DATABASE_URL: url, MODERATO_SITE_ORIGINS: origins } = config;
  await ensureSite(url, keys, origins, new Secrets(config));
  const settings = { ...config, DEMO: demo(config), MODERATO_SITE_KEY: keys.publicKey };
  const app = await createApi(settings, logger, StandaloneModule.forRoot(settings, checks));
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { app, keys };
}

/** Shown to whoever starts it on their own machine, and to nobody else unless they say so. */
function demo({ DEMO, HOST }: Config): 'true' | 'false' {
  return DEMO ?? (/^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(HOST) ? 'true' : 'false');
}

/** Where the console is, and, while the site has no admin, the link for the first one. */
async function consoleAccess(app: NestFastifyApplication, config: Config, keys: SiteKeys) {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = publicUrl(config, port);
  const site = await app.get(SitesService, { strict: false }).findByPublicKey(keys.publicKey);
  const firstAdmin = app.get(FirstAdmin, { strict: false });
  const link = site === null ? null : await firstAdmin.firstAdminLink(site.id, address);
  return { publicUrl: address, firstAdminLink: link };
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

/**
 * Better found before the database is started than after. One of ours that is just ending, because
 * its npm was killed, lets go of the port within moments.
 * @throws the system's EADDRINUSE, EACCES, ...
 */
async function assertPortFree(config: Config): Promise<void> {
  const end = performance.now() + PORT_PATIENCE_MS;
  for (;;) {
    try {
      return await probePort(config);
    } catch (error) {
      const taken = (error as { code?: string }).code === 'EADDRINUSE';
      if (!taken || performance.now() > end) throw error;
      await delay(PORT_PAUSE_MS);
    }
  }
}

async function probePort({ PORT, HOST }: Config): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(PORT, HOST, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function addressOf(app: NestFastifyApplication): string {
  const { address, port, family } = app.getHttpServer().address() as AddressInfo;
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
