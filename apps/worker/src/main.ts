import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '#config';
import { JsonLogger } from '#logging';
import { awaitServices, runService } from '#startup';
import { WorkerModule } from './worker.module.js';

await runService(async () => {
  const config = loadConfig();
  await awaitServices(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
    logger,
    abortOnError: false,
  });
  logger.log('The worker is ready.');
  return { stop: () => app.close() };
});
