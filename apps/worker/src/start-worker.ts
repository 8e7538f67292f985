import { NestFactory } from '@nestjs/core';
import type { Config } from '#config';
import { configuredChecks } from '#configured-checks';
import { JsonLogger } from '#logging';
import type { Service } from '#startup';
import { WorkerModule } from './worker.module.js';

/** Starts the worker on services that answer. */
export async function startWorker(config: Config): Promise<Service> {
  const checks = await configuredChecks(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, checks), {
    logger,
    abortOnError: false,
  });
  logger.log('The worker is ready.');
  return { stop: () => app.close() };
}
