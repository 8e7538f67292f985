import type { Statement } from '#database';

/** How a site signs its readers in, with the audiences that its tokens may be for if it names none. */
export const FIND: Statement = {
  name: 'readers.identity',
  text: `
    SELECT identity.issuer, identity.audience, identity.jwks_url,
      ARRAY(
        SELECT public_key FROM site_keys
        WHERE site_id = $1 AND public_key IS NOT NULL AND revoked_at IS NULL
      ) AS public_keys
    FROM site_identities AS identity
    WHERE identity.site_id = $1`,
};

export const SECRETS: Statement = {
  name: 'readers.secrets',
  text: `
    SELECT id, secret, ciphertext, encryption_key_id AS key_id, created_at
    FROM site_identity_secrets
    WHERE site_id = $1 ORDER BY created_at, id`,
};

/** Also makes the writers of one site take turns. */
export const SAVE: Statement = {
  name: 'readers.save-identity',
  text: `
    INSERT INTO site_identities (site_id, issuer, audience, jwks_url) VALUES ($1, $2, $3, $4)
    ON CONFLICT (site_id) DO UPDATE
    SET issuer = excluded.issuer, audience = excluded.audience, jwks_url = excluded.jwks_url,
      changed_at = now()`,
};

export const KEEP_SECRETS: Statement = {
  name: 'readers.keep-secrets',
  text: `DELETE FROM site_identity_secrets WHERE site_id = $1 AND id <> ALL ($2::text[])`,
};

export const ADD_SECRETS: Statement = {
  name: 'readers.add-secrets',
  text: `
    INSERT INTO site_identity_secrets (site_id, id, secret, ciphertext, encryption_key_id)
    SELECT $1, added.*
    FROM unnest($2::text[], $3::bytea[], $4::bytea[], $5::text[])
      AS added (id, secret, ciphertext, encryption_key_id)
    ON CONFLICT (site_id, id) DO UPDATE
    SET secret = excluded.secret, ciphertext = excluded.ciphertext,
      encryption_key_id = excluded.encryption_key_id, created_at = now()`,
};
