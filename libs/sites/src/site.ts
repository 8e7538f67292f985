import { type Secrets, signingKeyOf } from '#encryption';
import type { SiteEntity } from './site.entity.js';

/** A site as request handlers need it. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly origins: readonly string[];
  /** @throws DomainError SECRET_UNREADABLE when it is encrypted and cannot be read: reading comments needs none. */
  readonly signingKey: Buffer;
}

/** The site of a row. Its signing key is decrypted for the first who asks, so that nobody else pays for one that cannot be. */
export function siteOf(entity: SiteEntity, secrets: Secrets): Site {
  const { id, name, origins } = entity;
  let signingKey: Buffer | undefined;
  return {
    ...{ id, name, origins },
    get signingKey() {
      signingKey ??= secrets.open(signingKeyOf(id), {
        secret: entity.signingKey,
        ciphertext: entity.signingKeyCiphertext,
        key_id: entity.encryptionKeyId,
      });
      return signingKey;
    },
  };
}
