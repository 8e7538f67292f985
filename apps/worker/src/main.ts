import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { assertMigrated } from '#database';
import { JsonLogger } from '#logging';
import { awaitServices, runService } from '#startup';
import { WorkerModule } from './worker.module.js';

await runService(async () => {
  const config = loadConfig();
  await awaitServices(config);
  const logger = new JsonLogger(config.LOG_LEVEL, 'worker');
  const app = await NestFactory.create(WorkerModule.forRoot(config), { logger, abortOnError: false });
  // Nothing may take a job before the schema is known to be the one it expects.
  await assertMigrated(app.get<DataSource>(getDataSourceToken(), { strict: false }));
  await app.init();
  logger.log('The worker is ready.');
  return { stop: () => app.close() };
});
