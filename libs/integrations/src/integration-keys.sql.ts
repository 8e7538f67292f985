import type { Statement } from '#database';

export const FIND: Statement = {
  name: 'integration-keys.find',
  text: 'SELECT id, site_id FROM integration_keys WHERE key_hash = $1 AND revoked_at IS NULL',
};

export const INSERT: Statement = {
  name: 'integration-keys.insert',
  text: `
    INSERT INTO integration_keys (id, site_id, name, key_hash, hint, created_by)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING created_at`,
};

export const LIST: Statement = {
  name: 'integration-keys.list',
  text: `
    SELECT key.id, key.name, key.hint, key.created_at, moderators.name AS created_by
    FROM integration_keys AS key LEFT JOIN moderators ON moderators.id = key.created_by
    WHERE key.site_id = $1 AND key.revoked_at IS NULL
    ORDER BY key.id DESC`,
};

export const REVOKE: Statement = {
  name: 'integration-keys.revoke',
  text: `
    UPDATE integration_keys SET revoked_at = now()
    WHERE id = $1 AND site_id = ANY ($2) AND revoked_at IS NULL
    RETURNING site_id, name`,
};
