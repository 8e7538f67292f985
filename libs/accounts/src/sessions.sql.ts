import type { Statement } from '#database';

/** A session that has not ended, with its moderator as he stands now: roles may have changed since he signed in. */
export const FIND: Statement = {
  name: 'sessions.find',
  text: `
    SELECT session.id AS session_id, moderator.id, moderator.name, moderator.email, moderator.locale,
      least(session.expires_at, session.last_seen_at + interval '12 hours') AS expires_at,
      session.last_seen_at < now() - interval '1 minute' AS stale,
      coalesce((
        SELECT json_agg(json_build_object('id', site.id, 'name', site.name, 'role', membership.role)
          ORDER BY site.name, site.id)
        FROM memberships AS membership JOIN sites AS site ON site.id = membership.site_id
        WHERE membership.moderator_id = moderator.id
      ), '[]') AS sites
    FROM sessions AS session JOIN moderators AS moderator ON moderator.id = session.moderator_id
    WHERE session.token_hash = $1 AND session.expires_at > now()
      AND session.last_seen_at > now() - interval '12 hours'`,
};

/** Once a minute at most, however many requests look at the same time. */
export const TOUCH: Statement = {
  name: 'sessions.touch',
  text: `
    WITH touched AS (
      UPDATE sessions SET last_seen_at = now()
      WHERE token_hash = $1 AND last_seen_at < now() - interval '1 minute'
      RETURNING moderator_id
    )
    UPDATE moderators SET last_seen_at = now() WHERE id IN (SELECT moderator_id FROM touched)`,
};

/** Signing in is also when sessions that have ended long ago are swept out. */
export const OPEN: Statement = {
  name: 'sessions.open',
  text: `
    WITH swept AS (DELETE FROM sessions WHERE expires_at <= now()),
    seen AS (UPDATE moderators SET last_seen_at = now() WHERE id = $3)
    INSERT INTO sessions (token_hash, id, moderator_id, expires_at)
    VALUES ($1, $2, $3, now() + interval '14 days')`,
};

export const END: Statement = {
  name: 'sessions.end',
  text: 'DELETE FROM sessions WHERE moderator_id = $1 AND id = $2',
};

/** All sessions of a moderator, except, if it is given, one. */
export const END_ALL: Statement = {
  name: 'sessions.end-all',
  text: 'DELETE FROM sessions WHERE moderator_id = $1 AND id IS DISTINCT FROM $2::uuid',
};
