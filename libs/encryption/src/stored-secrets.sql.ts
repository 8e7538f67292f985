import type { Statement } from '#database';
import type { SecretTable } from './stored-secret.js';

interface TableStatements {
  /** All secrets, with the place of each. */
  all: Statement;
  /** Puts `$3, $4` in the place of a secret, if that is still `$5, $6`: its site may exchange it at any time. */
  replace: Statement;
}

/** Every table that holds a secret which has to be known again. */
export const SECRET_TABLES: Record<SecretTable, TableStatements> = {
  site_identity_secrets: {
    all: {
      name: 'encryption.reader-secrets',
      text: `
        SELECT site_id, id, secret, ciphertext, encryption_key_id AS key_id
        FROM site_identity_secrets`,
    },
    replace: {
      name: 'encryption.replace-reader-secret',
      text: `
        UPDATE site_identity_secrets
        SET secret = NULL, ciphertext = $3, encryption_key_id = $4
        WHERE site_id = $1 AND id = $2
          AND secret IS NOT DISTINCT FROM $5 AND ciphertext IS NOT DISTINCT FROM $6`,
    },
  },
  coral_secrets: {
    all: {
      name: 'encryption.coral-secrets',
      text: `
        SELECT site_id, id, convert_to(secret, 'UTF8') AS secret, ciphertext,
          encryption_key_id AS key_id
        FROM coral_secrets`,
    },
    // The hint is what can still be told of a secret that only its key opens.
    replace: {
      name: 'encryption.replace-coral-secret',
      text: `
        UPDATE coral_secrets
        SET secret = NULL, ciphertext = $3, encryption_key_id = $4,
          hint = coalesce(hint, right(secret, 4))
        WHERE site_id = $1 AND id = $2
          AND convert_to(secret, 'UTF8') IS NOT DISTINCT FROM $5
          AND ciphertext IS NOT DISTINCT FROM $6`,
    },
  },
  sites: {
    all: {
      name: 'encryption.signing-keys',
      text: `
        SELECT id AS site_id, 'signing_key' AS id, signing_key AS secret,
          signing_key_ciphertext AS ciphertext, encryption_key_id AS key_id
        FROM sites`,
    },
    replace: {
      name: 'encryption.replace-signing-key',
      text: `
        UPDATE sites
        SET signing_key = NULL, signing_key_ciphertext = $3, encryption_key_id = $4
        WHERE id = $1 AND $2::text = 'signing_key'
          AND signing_key IS NOT DISTINCT FROM $5
          AND signing_key_ciphertext IS NOT DISTINCT FROM $6`,
    },
  },
};
