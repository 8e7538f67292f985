import type { Statement } from '#database';

export const OF_SITE: Statement = {
  name: 'coral-secrets.of-site',
  text: `
    SELECT id, convert_to(secret, 'UTF8') AS secret, ciphertext, encryption_key_id AS key_id
    FROM coral_secrets WHERE site_id = $1 ORDER BY id DESC`,
};

/** What an older version adds while this one is rolled out has no hint of its own. */
export const LIST: Statement = {
  name: 'coral-secrets.list',
  text: `
    SELECT id, coalesce(hint, right(secret, 4)) AS hint, created_at
    FROM coral_secrets WHERE site_id = $1 ORDER BY id DESC`,
};

/** Whoever adds a secret waits for whoever is just adding one, so that both count what there is. */
export const LOCK_SITE: Statement = {
  name: 'coral-secrets.lock-site',
  text: 'SELECT id FROM sites WHERE id = $1 FOR NO KEY UPDATE',
};

export const INSERT: Statement = {
  name: 'coral-secrets.insert',
  text: `
    INSERT INTO coral_secrets (id, site_id, hint, secret, ciphertext, encryption_key_id)
    VALUES ($1, $2, $3, convert_from($4, 'UTF8'), $5, $6)
    RETURNING id, hint, created_at`,
};

export const REMOVE: Statement = {
  name: 'coral-secrets.remove',
  text: `
    DELETE FROM coral_secrets WHERE id = $1 AND site_id = ANY ($2)
    RETURNING site_id, coalesce(hint, right(secret, 4)) AS hint`,
};
