import type { Statement } from '#database';

/** An open invitation; that of the first admin is void as soon as the site has one. */
const OPEN = `
  invitation.used_at IS NULL AND invitation.voided_at IS NULL AND invitation.expires_at > now()
  AND (invitation.email IS NOT NULL OR NOT EXISTS (
    SELECT FROM memberships WHERE site_id = invitation.site_id AND role = 'admin'))`;

export const IS_MEMBER_BY_EMAIL: Statement = {
  name: 'invitations.is-member',
  text: `
    SELECT FROM memberships JOIN moderators ON moderators.id = moderator_id
    WHERE site_id = $1 AND lower(email) = lower($2)`,
};

/** A new invitation takes the place of an earlier one of the same e-mail; without one, of the first admin's. */
export const VOID_EARLIER: Statement = {
  name: 'invitations.void-earlier',
  text: `
    UPDATE invitations SET voided_at = now()
    WHERE site_id = $1 AND lower(email) IS NOT DISTINCT FROM lower($2)
      AND used_at IS NULL AND voided_at IS NULL`,
};

export const INSERT: Statement = {
  name: 'invitations.insert',
  text: `
    INSERT INTO invitations (id, token_hash, site_id, role, email, invited_by, expires_at)
    VALUES ($1, $2, $3, $4, $5, $6, now() + interval '7 days')
    RETURNING expires_at, (SELECT name FROM sites WHERE id = $3) AS site`,
};

export const LIST: Statement = {
  name: 'invitations.list',
  text: `
    SELECT invitation.id, site.name AS site, invitation.role, invitation.email,
      invitation.expires_at, inviter.name AS invited_by
    FROM invitations AS invitation JOIN sites AS site ON site.id = invitation.site_id
    LEFT JOIN moderators AS inviter ON inviter.id = invitation.invited_by
    WHERE invitation.site_id = $1 AND ${OPEN} ORDER BY invitation.id DESC`,
};

export const REVOKE: Statement = {
  name: 'invitations.revoke',
  text: `
    UPDATE invitations SET voided_at = now()
    WHERE id = $1 AND site_id = ANY($2::uuid[]) AND used_at IS NULL AND voided_at IS NULL
    RETURNING site_id`,
};

export const LOOK: Statement = {
  name: 'invitations.look',
  text: `
    SELECT site.name AS site, invitation.role, invitation.email, invitation.expires_at,
      EXISTS (
        SELECT FROM moderators JOIN memberships ON moderator_id = moderators.id
        WHERE lower(moderators.email) = lower(invitation.email)
      ) AS has_account
    FROM invitations AS invitation JOIN sites AS site ON site.id = invitation.site_id
    WHERE invitation.token_hash = $1 AND ${OPEN}`,
};

/** Of several who accept at once, one gets the row. */
export const USE: Statement = {
  name: 'invitations.use',
  text: `
    UPDATE invitations AS invitation SET used_at = now()
    WHERE invitation.token_hash = $1 AND ${OPEN} RETURNING site_id, role`,
};

/** All open invitations of an e-mail that its owner has proved to be his. */
export const USE_BY_EMAIL: Statement = {
  name: 'invitations.use-by-email',
  text: `
    UPDATE invitations AS invitation SET used_at = now()
    WHERE lower(invitation.email) = lower($1) AND ${OPEN} RETURNING site_id, role`,
};

/** Whoever works for the site already keeps what he is, unless he becomes its admin. */
export const JOIN_SITE: Statement = {
  name: 'invitations.join-site',
  text: `
    INSERT INTO memberships (site_id, moderator_id, role) VALUES ($1, $2, $3)
    ON CONFLICT (site_id, moderator_id) DO UPDATE SET role = 'admin' WHERE excluded.role = 'admin'`,
};

export const SITES_WITHOUT_ADMIN: Statement = {
  name: 'invitations.sites-without-admin',
  text: `
    SELECT id, name FROM sites
    WHERE NOT EXISTS (SELECT FROM memberships WHERE site_id = sites.id AND role = 'admin')
    ORDER BY id`,
};

export const NEEDS_ADMIN: Statement = {
  name: 'invitations.needs-admin',
  text: `
    SELECT FROM sites
    WHERE id = $1 AND NOT EXISTS (SELECT FROM memberships WHERE site_id = $1 AND role = 'admin')
    FOR NO KEY UPDATE`,
};
