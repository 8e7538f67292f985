import type { Statement } from '#database';

export const FIND: Statement = {
  name: 'openid.find',
  text: 'SELECT moderator_id AS id FROM openid_identities WHERE issuer = $1 AND subject = $2',
};

/** No row comes back when the moderator has another account there, or the account another moderator. */
export const LINK: Statement = {
  name: 'openid.link',
  text: `
    INSERT INTO openid_identities (issuer, subject, moderator_id) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING RETURNING moderator_id AS id`,
};

export const WORKS: Statement = {
  name: 'openid.works',
  text: 'SELECT FROM memberships WHERE moderator_id = $1 LIMIT 1',
};

/** Takes turns with others who sign in with the same e-mail, so that it gets one account. */
export const LOCK_EMAIL: Statement = {
  name: 'openid.lock-email',
  text: `SELECT pg_advisory_xact_lock(hashtextextended('openid:' || lower($1), 0))`,
};
