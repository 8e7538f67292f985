import type { Statement } from '#database';

export const OF_SITE: Statement = {
  name: 'coral-secrets.of-site',
  text: 'SELECT secret FROM coral_secrets WHERE site_id = $1 ORDER BY id DESC',
};

export const LIST: Statement = {
  name: 'coral-secrets.list',
  text: `
    SELECT id, right(secret, $2::integer) AS hint, created_at
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
    INSERT INTO coral_secrets (id, site_id, secret) VALUES ($1, $2, $3)
    RETURNING id, right(secret, $4::integer) AS hint, created_at`,
};

export const REMOVE: Statement = {
  name: 'coral-secrets.remove',
  text: `
    DELETE FROM coral_secrets WHERE id = $1 AND site_id = ANY ($2)
    RETURNING site_id, right(secret, $3::integer) AS hint`,
};
