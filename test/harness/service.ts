import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config, loadConfig } from '#config';
import { configuredChecks } from '#configured-checks';
import { Secrets } from '#encryption';
import { JsonLogger } from '#logging';
import type { Check } from '#moderation';
import { PipelineModule } from '#pipeline';
import { ReviewsWorkerModule } from '#reviews';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import { createApi } from '../../apps/api/src/create-api.js';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createDatabase, type TestDatabase } from './postgres.js';

export interface ServiceOptions {
  /** Whether comments are checked, by a worker in the same process; true unless told otherwise. */
  worker?: boolean;
  /** The checks instead of those that a worker of these settings runs. */
  checks?: readonly Check[];
  /** The queue's Redis; Postgres without it. */
  redisUrl?: string;
  /** Settings as in the environment. */
  settings?: Record<string, string>;
}

/** A service inside the test's process, on a database of its own. */
export interface TestService {
  app: NestFastifyApplication;
  config: Config;
  database: TestDatabase;
  keys: SiteKeys;
  /** Headers with the public key, the secret key, or both, for a JSON body. */
  asReader: Record<string, string>;
  asSite: Record<string, string>;
  /** Closes it and drops its database. */
  stop(): Promise<void>;
}

@Module({})
class ApiAndWorker {
  static forRoot(config: Config, checks: readonly Check[]): DynamicModule {
    return {
      module: ApiAndWorker,
      imports: [
        ApiModule.forRoot(config, () => Promise.resolve(checks)),
        PipelineModule.forRoot(config, checks),
        ReviewsWorkerModule,
      ],
    };
  }
}

/** Starts API and worker in this process, for requests by `app.inject`. */
export async function startService({
  worker = true,
  checks,
  redisUrl,
  settings = {},
}: ServiceOptions = {}): Promise<TestService> {
  const database = await createDatabase();
  const keys = newSiteKeys();
  const config = loadConfig({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    LOG_LEVEL: 'error',
    MODERATO_SITE_KEY: keys.publicKey,
    MODERATO_SITE_SECRET: keys.secretKey,
    ...settings,
  });
  await ensureSite(database.url, keys, config.MODERATO_SITE_ORIGINS, new Secrets(config));
  const module = worker
    ? ApiAndWorker.forRoot(config, checks ?? (await configuredChecks(config)))
    : ApiModule.forRoot(config);
  const app = await createApi(config, new JsonLogger(config.LOG_LEVEL, 'test'), module);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const asReader = { 'x-site-key': keys.publicKey };
  const asSite = { authorization: `Bearer ${keys.secretKey}` };
  const stop = async (): Promise<void> => {
    await app.close();
    await database.drop();
  };
  return { app, config, database, keys, asReader, asSite, stop };
}
