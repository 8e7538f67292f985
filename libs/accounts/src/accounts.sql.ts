import type { Statement } from '#database';

/** The account with this e-mail, and whether it works for any site: one that does not has no power. */
export const FIND_BY_EMAIL: Statement = {
  name: 'accounts.find-by-email',
  text: `
    SELECT id, email, password_hash,
      EXISTS (SELECT FROM memberships WHERE moderator_id = moderators.id) AS works
    FROM moderators WHERE lower(email) = lower($1)`,
};

export const PASSWORD_HASH: Statement = {
  name: 'accounts.password-hash',
  text: 'SELECT password_hash FROM moderators WHERE id = $1',
};

/** No row comes back when somebody else has just taken the e-mail. */
export const INSERT: Statement = {
  name: 'accounts.insert',
  text: `
    INSERT INTO moderators (id, email, name, password_hash) VALUES ($1, $2, $3, $4)
    ON CONFLICT ((lower(email))) DO NOTHING RETURNING id`,
};

/** An account without any site begins anew; one that got a site meanwhile is left as it is. */
export const RENEW: Statement = {
  name: 'accounts.renew',
  text: `
    UPDATE moderators SET name = $2, password_hash = $3
    WHERE id = $1 AND NOT EXISTS (SELECT FROM memberships WHERE moderator_id = $1)
    RETURNING id`,
};

export const SET_PASSWORD: Statement = {
  name: 'accounts.set-password',
  text: 'UPDATE moderators SET password_hash = $2 WHERE id = $1',
};

/** $3 tells whether the locale is to be changed, since null is one. */
export const SET_PROFILE: Statement = {
  name: 'accounts.set-profile',
  text: `
    UPDATE moderators SET name = coalesce($2, name),
      locale = CASE WHEN $3::boolean THEN $4 ELSE locale END
    WHERE id = $1`,
};

/** Whether nobody works for any site yet. */
export const EMPTY: Statement = {
  name: 'accounts.empty',
  text: 'SELECT NOT EXISTS (SELECT FROM memberships) AS empty',
};
