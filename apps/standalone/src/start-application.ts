import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { FirstAdmin } from '#accounts';
import { type Config, publicUrl } from '#config';
import { configuredChecks } from '#configured-checks';
import { migrate } from '#database';
import { Secrets } from '#encryption';
import type { JsonLogger } from '#logging';
import { migrateQueue } from '#queues';
import { ensureSite, type EnsuredSite, operatorNotes, type SiteKeys, SitesService } from '#sites';
import { createApi } from '../../api/src/create-api.js';
import type { Access } from './banner.js';
import { firstSiteKeys, keyPlace } from './site-file.js';
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
  const site = await ensureSite(url, keys, origins, new Secrets(config));
  const notes = operatorNotes(site, keyPlace(config));
  for (const note of notes) logger.warn(note, 'Sites');
  const settings = { ...config, MODERATO_SITE_KEY: keys.publicKey };
  const app = await createApi(settings, logger, StandaloneModule.forRoot(settings, checks));
  try {
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { access: await accessTo(app, config, { ...site, keys }), stop: () => app.close() };
}

/** Where the API and the console are, and, while the site has no admin, the link for the first one. */
async function accessTo(
  app: NestFastifyApplication,
  config: Config,
  { id, revoked, keys }: EnsuredSite & { keys: SiteKeys },
): Promise<Access> {
  const listening = app.getHttpServer().address() as AddressInfo;
  const address = publicUrl(config, listening.port);
  const publicKey = await app.get(SitesService, { strict: false }).publicKeyInForce(keys.publicKey);
  const secretKey = revoked.includes('secret') ? null : keys.secretKey;
  const firstAdminLink = await app.get(FirstAdmin, { strict: false }).firstAdminLink(id, address);
  const local = localUrl(listening);
  return { address: local, publicUrl: address, publicKey, secretKey, firstAdminLink };
}

function localUrl({ address, port, family }: AddressInfo): string {
  const everywhere = address === '0.0.0.0' || address === '::';
  const host = everywhere ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
