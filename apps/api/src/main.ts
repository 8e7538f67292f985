import 'reflect-metadata';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { assertMigrated } from '#database';
import { awaitServices, runService } from '#startup';
import { noteMissingAdmin } from './accounts/note-missing-admin.js';
import { createApi } from './create-api.js';
import { noteSecrets } from './note-secrets.js';

await runService(async () => {
  const config = loadConfig();
  await awaitServices(config);
  const app = await createApi(config);
  await assertMigrated(app.get<DataSource>(getDataSourceToken()));
  await app.listen(config.PORT, config.HOST);
  await noteMissingAdmin(app);
  await noteSecrets(app);
  return { stop: () => app.close() };
});
