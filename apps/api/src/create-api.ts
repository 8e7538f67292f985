import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type, DynamicModule } from '@nestjs/common';
import type { Config } from '#config';
import { JsonLogger } from '#logging';
import { SitesService } from '#sites';
import { ApiModule } from './api.module.js';
import { serveDocs } from './http/docs.js';
import { fastifyAdapter } from './http/fastify.js';

/** Seconds for which browsers may remember what a preflight request was answered. */
const PREFLIGHT_SECONDS = 600;

/**
 * An application that serves the API, not listening yet.
 * @param module what it is made of; the API alone, unless a process does more.
 */
export async function createApi(
  config: Config,
  logger = new JsonLogger(config.LOG_LEVEL, 'api'),
  module: DynamicModule | Type = ApiModule.forRoot(config),
): Promise<NestFastifyApplication> {
  const adapter = fastifyAdapter(config, logger);
  // The adapter has its own parser of bodies.
  const options = { logger, abortOnError: false, bodyParser: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, options);
  const sites = app.get(SitesService, { strict: false });
  app.enableCors({
    origin: (origin, callback) => {
      if (origin === undefined) {
        callback(null, false);
        return;
      }
      sites.allowsOrigin(origin).then(
        (allowed) => callback(null, allowed),
        (error: unknown) => callback(error as Error, false),
      );
    },
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: [
      'Authorization',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Prefer',
      'X-Author-Token',
      'X-Reader-Token',
      'X-Site-Key',
    ],
    exposedHeaders: ['ETag', 'Location', 'Preference-Applied', 'Retry-After', 'X-Request-Id'],
    maxAge: PREFLIGHT_SECONDS,
    // Else what is not quite a preflight request gets an answer that is no problem details.
    strictPreflight: false,
  });
  serveDocs(app);
  return app;
}
