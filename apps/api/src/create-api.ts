import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Type, DynamicModule } from '@nestjs/common';
import type { Config } from '#config';
import { JsonLogger } from '#logging';
import { ApiModule } from './api.module.js';
import { serveConsole } from './console/serve-console.js';
import { shortenCounts } from './counts/counts-shortcut.js';
import { allowOrigins } from './http/cors.js';
import { serveDocs } from './http/docs.js';
import { fastifyAdapter } from './http/fastify.js';
import { serveDemo } from './demo/serve-demo.js';
import { serveWidget } from './widget/serve-widget.js';

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
  allowOrigins(app);
  shortenCounts(app, logger);
  serveDocs(app);
  serveConsole(app);
  serveWidget(app);
  serveDemo(app, config);
  return app;
}
