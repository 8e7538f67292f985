import { type Secrets, signingKeyOf } from '#encryption';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { withSites } from './site-data-source.js';
import { SiteKeyEntity } from './site-key.entity.js';
import { hashSecret, hintOf, type SiteKeys } from './site-keys.js';
import { SiteEntity } from './site.entity.js';

/** What a site begins with. */
export interface NewSite {
  name: string;
  /** Origins whose pages may use the public key; `*` allows all. */
  origins: string[];
  keys: SiteKeys;
}

/**
 * Makes one more site.
 * @param secrets encrypts its signing key; without it, that is stored in the clear
 * @returns `false` when one of this name is there already
 */
export function addSite(databaseUrl: string, site: NewSite, secrets?: Secrets): Promise<boolean> {
  return withSites(databaseUrl, async (manager) => {
    if (await manager.existsBy(SiteEntity, { name: site.name })) return false;
    await insertSite(manager, site, secrets);
    return true;
  });
}

/** Whether there is a site at all. */
export function hasSites(databaseUrl: string): Promise<boolean> {
  return withSites(databaseUrl, (manager) => manager.exists(SiteEntity));
}

/** @returns the new site's id */
export async function insertSite(
  manager: EntityManager,
  { name, origins, keys }: NewSite,
  secrets: Secrets | undefined,
): Promise<string> {
  const id = uuidv7();
  const clear = { secret: randomBytes(32), ciphertext: null, key_id: null };
  const stored = secrets?.seal(signingKeyOf(id), clear.secret) ?? clear;
  const site = manager.create(SiteEntity, {
    ...{ id, name, origins },
    signingKey: stored.secret,
    signingKeyCiphertext: stored.ciphertext,
    encryptionKeyId: stored.key_id,
  });
  await manager.insert(SiteEntity, site);
  const { publicKey, secretKey } = keys;
  const secretHash = hashSecret(secretKey);
  await manager.insert(SiteKeyEntity, [
    { id: uuidv7(), site, publicKey, secretHash: null, hint: null },
    { id: uuidv7(), site, publicKey: null, secretHash, hint: hintOf(secretKey) },
  ]);
  return id;
}
