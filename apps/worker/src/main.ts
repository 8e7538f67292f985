import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#config';
import { configuredChecks } from '#configured-checks';
import { JsonLogger } from '#logging';
import { awaitServices, runService } from '#startup';
import { WorkerModule } from './worker.module.js';

await runService(async () => {
  const config = loadConfig();
  const checks = await configuredChecks(config);
  await awaitServices(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config, checks), {
    logger,
    abortOnError: false,
  });
  logger.log('The worker is ready.');
  return { stop: () => app.close() };
});
