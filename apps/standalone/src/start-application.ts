import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { FirstAdmin } from '#accounts';
import { type Config, publicUrl } from '#config';
import { configuredChecks } from '#configured-checks';
import { migrate } from '#database';
import { Secrets } from '#encryption';
import type { JsonLogger } from '#logging';
import { migrateQueue } from '#queues';
import { ensureSite, type SiteKeys, SitesService } from '#sites';
import { createApi } from '../../api/src/create-api.js';
import type { Access } from './banner.js';
import { firstSiteKeys } from './site-file.js';
import { StandaloneModule } from './standalone.module.js';

/** API and worker at work. */
export interface Application {
  access: Access;
  stop(): Promise<void>;
}

/** Starts API and worker on a database that answers. */
export async function startApplication(
  config: Config & { DATABASE_URL: string },
  logger: JsonLogger,
): Promise<Application> {
  const checks = await configuredChecks(config);
  await migrate(config.DATABASE_URL);
  await migrateQueue(config.DATABASE_URL);
  const keys = firstSiteKeys(config);
  const { DATABASE_URL: url, MODERATO_SITE_ORIGINS: origins } = config;
  await ensureSite(url, keys, origins, new Secrets(config));
  const settings = { ...config, MODERATO_SITE_KEY: keys.publicKey };
  const app = await createApi(settings, logger, StandaloneModule.forRoot(settings, checks));
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { access: await accessTo(app, config, keys), stop: () => app.close() };
}

/** Where the API and the console are, and, while the site has no admin, the link for the first one. */
async function accessTo(
  app: NestFastifyApplication,
  config: Config,
  keys: SiteKeys,
): Promise<Access> {
  const listening = app.getHttpServer().address() as AddressInfo;
  const address = publicUrl(config, listening.port);
  const site = await app.get(SitesService, { strict: false }).findByPublicKey(keys.publicKey);
  const firstAdmin = app.get(FirstAdmin, { strict: false });
  const firstAdminLink = site === null ? null : await firstAdmin.firstAdminLink(site.id, address);
  return { address: localUrl(listening), publicUrl: address, keys, firstAdminLink };
}

function localUrl({ address, port, family }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
