import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { JsonLogger } from '#logging';
import { ApiModule } from '../../../apps/api/src/api.module.js';
import { createApi } from '../../../apps/api/src/create-api.js';
import type { TestService } from '../../harness/service.js';

/** Another API process on the service's database, as far as it can be one: it shares nothing but that. */
export async function startSecondApi(service: TestService): Promise<NestFastifyApplication> {
  const { config } = service;
  const logger = new JsonLogger(config.LOG_LEVEL, 'second');
  return createApi(config, logger, ApiModule.forRoot(config));
}

/** Lets the application listen and gives its address. */
export async function listen(app: NestFastifyApplication): Promise<string> {
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}
