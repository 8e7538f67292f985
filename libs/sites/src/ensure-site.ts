import { dataSourceOptions } from '#database';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret, type SiteKeys } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/**
 * Makes the first site, or gives it these origins if a site with this public key is there already.
 * @throws Error when the public key is there with another secret.
 */
export async function ensureSite(
  databaseUrl: string,
  keys: SiteKeys,
  origins: string[],
): Promise<void> {
  const dataSource = new DataSource({
    ...dataSourceOptions(databaseUrl, 1),
    entities: [SiteEntity, SiteKeyEntity],
  });
  await dataSource.initialize();
  try {
    await dataSource.transaction((manager) => saveSite(manager, keys, origins));
  } finally {
    await dataSource.destroy();
  }
}

async function saveSite(manager: EntityManager, keys: SiteKeys, origins: string[]): Promise<void> {
  // Two processes that start at once must not both make the site.
  await manager.query('LOCK TABLE site_keys IN EXCLUSIVE MODE');
  const known = await manager.findOneBy(SiteKeyEntity, { publicKey: keys.publicKey });
  const secret = await manager.findOneBy(SiteKeyEntity, { secretHash: hashSecret(keys.secretKey) });
  if (known?.site.id !== secret?.site.id) {
    throw new Error('The site with this public key has another secret key.');
  }
  if (known !== null) {
    await manager.update(SiteEntity, known.site.id, { origins });
    return;
  }
  const site = manager.create(SiteEntity, {
    id: uuidv7(),
    name: 'First site',
    origins,
    signingKey: randomBytes(32),
  });
  await manager.insert(SiteEntity, site);
  await manager.insert(SiteKeyEntity, [
    { id: uuidv7(), site, publicKey: keys.publicKey, secretHash: null, revokedAt: null },
    {
      id: uuidv7(),
      site,
      publicKey: null,
      secretHash: hashSecret(keys.secretKey),
      revokedAt: null,
    },
  ]);
}
