import { ConfigError } from '#config';
import type { Secrets } from '#encryption';
import type { EntityManager } from 'typeorm';
import { insertSite, type NewSite } from './new-site.js';
import { withSites } from './site-data-source.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret, type SiteKeys } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/**
 * Makes the first site, or gives it these origins if a site with this public key is there already.
 * @param secrets encrypts the new site's signing key; without it, that is stored in the clear
 * @throws ConfigError when the public key is there with another secret.
 */
export function ensureSite(
  databaseUrl: string,
  keys: SiteKeys,
  origins: string[],
  secrets?: Secrets,
): Promise<void> {
  const first = { name: 'First site', origins, keys };
  return withSites(databaseUrl, (manager) => saveSite(manager, first, secrets));
}

async function saveSite(
  manager: EntityManager,
  first: NewSite,
  secrets: Secrets | undefined,
): Promise<void> {
  const { keys, origins } = first;
  const known = await manager.findOneBy(SiteKeyEntity, { publicKey: keys.publicKey });
  const secret = await manager.findOneBy(SiteKeyEntity, { secretHash: hashSecret(keys.secretKey) });
  if (known?.site.id !== secret?.site.id) {
    throw new ConfigError(
      'MODERATO_SITE_KEY and MODERATO_SITE_SECRET do not belong to one site; correct one of them.',
    );
  }
  if (known !== null) await manager.update(SiteEntity, known.site.id, { origins });
  else await insertSite(manager, first, secrets);
}
