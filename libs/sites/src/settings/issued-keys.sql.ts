import type { Statement } from '#database';

/** More revoked ones than anybody looks through; the trail has all. */
const LISTED = 100;

const TOLD = `
  key.id, CASE WHEN key.public_key IS NULL THEN 'secret' ELSE 'public' END AS kind, key.public_key,
  key.hint, left(encode(key.secret_hash, 'hex'), 8) AS fingerprint, key.created_at, key.last_used_at,
  key.revoked_at`;

/** Those in force first, the latest first; then the revoked ones, the last revoked first. */
export const LIST: Statement = {
  name: 'site-keys.list',
  text: `
    SELECT ${TOLD}, maker.name AS created_by, revoker.name AS revoked_by
    FROM site_keys AS key
    LEFT JOIN moderators AS maker ON maker.id = key.created_by
    LEFT JOIN moderators AS revoker ON revoker.id = key.revoked_by
    WHERE key.site_id = $1
    ORDER BY key.revoked_at IS NOT NULL, key.revoked_at DESC, key.id DESC
    LIMIT ${LISTED}`,
};

export const FIND: Statement = {
  name: 'site-keys.find',
  text: `
    SELECT key.site_id, ${TOLD}
    FROM site_keys AS key
    WHERE key.id = $1 AND key.site_id = ANY ($2) AND key.revoked_at IS NULL`,
};

/** How many of a kind are in force. */
export const COUNT: Statement = {
  name: 'site-keys.count',
  text: `
    SELECT count(*)::integer AS count FROM site_keys
    WHERE site_id = $1 AND (public_key IS NULL) = ($2 = 'secret') AND revoked_at IS NULL`,
};

export const INSERT: Statement = {
  name: 'site-keys.insert',
  text: `
    INSERT INTO site_keys AS key (id, site_id, public_key, secret_hash, hint, created_by)
    VALUES ($1, $2, $3, $4, $5, $6)
    RETURNING ${TOLD},
      (SELECT name FROM moderators WHERE id = $6) AS created_by, NULL AS revoked_by`,
};

export const REVOKE: Statement = {
  name: 'site-keys.revoke',
  text: 'UPDATE site_keys SET revoked_at = now(), revoked_by = $2 WHERE id = $1',
};

/** Which of two keys of the operator's were revoked. */
export const REVOKED: Statement = {
  name: 'site-keys.revoked',
  text: `
    SELECT CASE WHEN public_key IS NULL THEN 'secret' ELSE 'public' END AS kind FROM site_keys
    WHERE (public_key = $1 OR secret_hash = $2) AND revoked_at IS NOT NULL
    ORDER BY kind`,
};
