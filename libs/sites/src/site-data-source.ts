import { assertMigrated, dataSourceOptions } from '#database';
import { DataSource, type EntityManager } from 'typeorm';
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
      await manager.query('LOCK TABLE site_keys IN EXCLUSIVE MODE');
      return work(manager);
    });
  } finally {
    await dataSource.destroy();
  }
}
