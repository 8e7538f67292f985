import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';

/** The names of migrations that the database lacks, oldest first; changes nothing. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = await dataSource.query<{ known: boolean }[]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS known`,
  );
  const done = table?.known
    ? await dataSource.query<{ name: string }[]>('SELECT name FROM migrations')
    : [];
  const names = new Set(done.map(({ name }) => name));
  return MIGRATIONS.map(({ name }) => name).filter((name) => !names.has(name));
}

/** @throws SchemaError when the database lacks migrations. */
export async function assertMigrated(dataSource: DataSource): Promise<void> {
  const pending = await pendingMigrations(dataSource);
  if (pending.length > 0) throw new SchemaError(pending.length);
}

/** The database is older than this program. */
class SchemaError extends Error {
  override readonly name = 'SchemaError';

  constructor(pending: number) {
    super(`The database lacks ${pending} of our migrations; run npm run migrate first.`);
  }
}
