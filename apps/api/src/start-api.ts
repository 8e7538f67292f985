import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Config } from '#config';
import { assertMigrated } from '#database';
import type { Service } from '#startup';
import { noteMissingAdmin } from './accounts/note-missing-admin.js';
import { createApi } from './create-api.js';
import { noteSecrets } from './note-secrets.js';
import { noteRevokedKeys } from './site/note-revoked-keys.js';

/** Starts the API on services that answer. */
export async function startApi(config: Config): Promise<Service> {
  const app = await createApi(config);
  await assertMigrated(app.get<DataSource>(getDataSourceToken()));
  await app.listen(config.PORT, config.HOST);
  await noteMissingAdmin(app);
  await noteSecrets(app);
  await noteRevokedKeys(app);
  return { stop: () => app.close() };
}
