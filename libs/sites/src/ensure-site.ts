import { AuditTrail } from '#audit';
import { ConfigError } from '#config';
import type { SiteKeyKind } from '#contract';
import type { Secrets } from '#encryption';
import { type EntityManager, IsNull } from 'typeorm';
import { insertSite } from './new-site.js';
import { siteEvent } from './settings/site-events.js';
import { areSame } from './settings/site-rules.js';
import { sessionOf, withSites } from './site-data-source.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret, hintOf, type SiteKeys } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/** Where pages may use the public key of a site that was given no origins. */
const ALL_ORIGINS = ['*'];

/** The site of the operator's keys, and what of the operator's settings does not count. */
export interface EnsuredSite {
  id: string;
  /** Which of the two keys were revoked, and stay so. */
  revoked: SiteKeyKind[];
  /** Whether an admin has set other origins in the console, which stay. */
  hasOtherOrigins: boolean;
}

/**
 * Makes the first site, or finds the one with these keys. That one gets these origins unless an admin has set some
 * in the console; a key that was revoked stays revoked.
 * @param origins where they are left out, a new site allows all, and those of one that is there stay
 * @param secrets encrypts the new site's signing key; without it, that is stored in the clear
 * @throws ConfigError when the public key is there with another secret.
 */
export function ensureSite(
  databaseUrl: string,
  keys: SiteKeys,
  origins?: string[],
  secrets?: Secrets,
): Promise<EnsuredSite> {
  return withSites(databaseUrl, async (manager) => {
    const { publicKey, secretKey } = keys;
    const known = await manager.findOneBy(SiteKeyEntity, { publicKey });
    const secret = await manager.findOneBy(SiteKeyEntity, { secretHash: hashSecret(secretKey) });
    if (known?.site.id !== secret?.site.id) {
      throw new ConfigError(
        'MODERATO_SITE_KEY and MODERATO_SITE_SECRET do not belong to one site; correct one of them.',
      );
    }
    if (known === null || secret === null) {
      const first = { name: 'First site', origins: origins ?? ALL_ORIGINS, keys };
      const id = await insertSite(manager, first, secrets);
      return { id, revoked: [], hasOtherOrigins: false };
    }
    await keepHint(manager, secret, secretKey);
    const revoked: SiteKeyKind[] = [];
    if (known.revokedAt !== null) revoked.push('public');
    if (secret.revokedAt !== null) revoked.push('secret');
    const hasOtherOrigins = !(await takeOrigins(manager, known.site, origins));
    return { id: known.site.id, revoked, hasOtherOrigins };
  });
}

/** Keys from before hints were kept get theirs as soon as somebody says them. */
async function keepHint(
  manager: EntityManager,
  { id }: SiteKeyEntity,
  secretKey: string,
): Promise<void> {
  await manager.update(SiteKeyEntity, { id, hint: IsNull() }, { hint: hintOf(secretKey) });
}

/** @returns whether the site has these origins now */
async function takeOrigins(
  manager: EntityManager,
  { id, origins: before, originsSetAt, version }: SiteEntity,
  origins: string[] | undefined,
): Promise<boolean> {
  if (origins === undefined || areSame(before, origins)) return true;
  if (originsSetAt !== null) return false;
  await manager.update(SiteEntity, id, { origins, version: version + 1 });
  const change = { before: { origins: before }, after: { origins } };
  await AuditTrail.record(sessionOf(manager), [
    siteEvent({ siteId: id, by: null, action: 'site.changed', id, ...change }),
  ]);
  return true;
}
