import { ConfigError } from '#config';
import type { EntityManager } from 'typeorm';
import { insertSite } from './new-site.js';
import { withSites } from './site-data-source.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret, type SiteKeys } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/**
 * Makes the first site, or gives it these origins if a site with this public key is there already.
 * @throws ConfigError when the public key is there with another secret.
 */
export function ensureSite(databaseUrl: string, keys: SiteKeys, origins: string[]): Promise<void> {
  return withSites(databaseUrl, (manager) => saveSite(manager, keys, origins));
}

async function saveSite(manager: EntityManager, keys: SiteKeys, origins: string[]): Promise<void> {
  const known = await manager.findOneBy(SiteKeyEntity, { publicKey: keys.publicKey });
  const secret = await manager.findOneBy(SiteKeyEntity, { secretHash: hashSecret(keys.secretKey) });
  if (known?.site.id !== secret?.site.id) {
    throw new ConfigError(
      'MODERATO_SITE_KEY and MODERATO_SITE_SECRET do not belong to one site; correct one of them.',
    );
  }
  if (known !== null) await manager.update(SiteEntity, known.site.id, { origins });
  else await insertSite(manager, { name: 'First site', origins, keys });
}
