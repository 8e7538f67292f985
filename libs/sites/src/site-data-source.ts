import { assertMigrated, dataSourceOptions, type Session } from '#database';
import { DataSource, type EntityManager } from 'typeorm';
import { LOCK_SITES } from './settings/site-locks.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { SiteEntity } from './site.entity.js';

/**
 * Does something with the sites of a database in one transaction, beside which nobody else makes a site.
 * @throws SchemaError when the database lacks migrations
 */
export async function withSites<T>(
  databaseUrl: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource({
    ...dataSourceOptions(databaseUrl, 1),
    entities: [SiteEntity, SiteKeyEntity],
  });
  await dataSource.initialize();
  try {
    await assertMigrated(dataSource);
    return await dataSource.transaction(async (manager) => {
      // Two processes that start at once must not both make the site.
      await manager.query(LOCK_SITES.text);
      return work(manager);
    });
  } finally {
    await dataSource.destroy();
  }
}

/** Statements in the manager's transaction, as those take it who write in one. */
export function sessionOf(manager: EntityManager): Session {
  return {
    query: <Row>({ text }: { text: string }, values?: unknown[]) =>
      manager.query<Row[]>(text, values),
    execute: async ({ text }, values) => {
      await manager.query(text, values);
      return 0;
    },
  };
}
