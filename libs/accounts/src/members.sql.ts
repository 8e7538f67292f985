import type { Statement } from '#database';

export const LIST: Statement = {
  name: 'members.list',
  text: `
    SELECT moderator.id, moderator.name, moderator.email, membership.role, moderator.last_seen_at,
      moderator.password_hash IS NOT NULL AS with_password,
      EXISTS (SELECT FROM openid_identities WHERE moderator_id = moderator.id) AS with_openid
    FROM memberships AS membership JOIN moderators AS moderator ON moderator.id = membership.moderator_id
    WHERE membership.site_id = $1 ORDER BY moderator.name, moderator.id`,
};

/** Whoever could leave a site without an admin takes turns with the others who could. */
export const LOCK_SITE: Statement = {
  name: 'members.lock-site',
  text: 'SELECT FROM sites WHERE id = $1 FOR NO KEY UPDATE',
};

const NOT_THE_LAST_ADMIN = `(role <> 'admin' OR EXISTS (
  SELECT FROM memberships AS other
  WHERE other.site_id = $1 AND other.role = 'admin' AND other.moderator_id <> $2))`;

export const SET_ROLE: Statement = {
  name: 'members.set-role',
  text: `
    UPDATE memberships SET role = $3
    WHERE site_id = $1 AND moderator_id = $2 AND ($3 = 'admin' OR ${NOT_THE_LAST_ADMIN})`,
};

export const REMOVE: Statement = {
  name: 'members.remove',
  text: `DELETE FROM memberships WHERE site_id = $1 AND moderator_id = $2 AND ${NOT_THE_LAST_ADMIN}`,
};

/** What a moderator is on those of the sites that he works for. */
export const ROLES_ON: Statement = {
  name: 'members.roles-on',
  text: `
    SELECT site_id, role FROM memberships
    WHERE site_id = ANY($1::uuid[]) AND moderator_id = $2`,
};

/** An admin who goes leaves no open doors behind. */
export const VOID_INVITATIONS_BY: Statement = {
  name: 'members.void-invitations-by',
  text: `
    UPDATE invitations SET voided_at = now()
    WHERE site_id = $1 AND invited_by = $2 AND used_at IS NULL AND voided_at IS NULL`,
};
