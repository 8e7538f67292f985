import type { Statement } from '#database';

/** The site of an author, among those that the asker may see. */
export const SITE_OF: Statement = {
  name: 'authors.site-of',
  text: `
    SELECT author.site_id
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      SELECT site_id FROM authors WHERE site_id = site.id AND id = $2 LIMIT 1
    ) AS author`,
};

export const SITE_NAME: Statement = {
  name: 'authors.site-name',
  text: 'SELECT name FROM sites WHERE id = $1',
};

export const SET_STATE: Statement = {
  name: 'authors.set-state',
  text: `
    SELECT standing, suspended_until AS until FROM authors WHERE site_id = $1 AND id = $2`,
};

/** Two moderators who change one author take turns, so that each `before` in the trail is true. */
export const LOCK: Statement = {
  name: 'authors.lock',
  text: `
    SELECT standing, suspended_until AS until FROM authors
    WHERE site_id = $1 AND id = $2
    FOR NO KEY UPDATE`,
};

export const SET_STANDING: Statement = {
  name: 'authors.set-standing',
  text: `
    UPDATE authors SET standing = $3, suspended_until = $4 WHERE site_id = $1 AND id = $2`,
};

export const TOTALS: Statement = {
  name: 'authors.totals',
  text: `
    SELECT status, count(*)::integer AS count FROM comments
    WHERE site_id = $1 AND author_id = $2
    GROUP BY status`,
};

/** What of an author waits for a moderator, oldest first. */
export const HELD: Statement = {
  name: 'authors.held',
  text: `
    SELECT id FROM comments
    WHERE site_id = $1 AND author_id = $2 AND status = 'held'
    ORDER BY created_at
    LIMIT $3`,
};

/** What of an author waits for its verdict. */
export const PENDING: Statement = {
  name: 'authors.pending',
  text: `
    SELECT id FROM comments
    WHERE site_id = $1 AND author_id = $2 AND status = 'pending'
    ORDER BY created_at`,
};

/** Rejections that come with a change of standing are one bulk, as if they had been picked in the queue. */
export const ADD_BATCH: Statement = {
  name: 'authors.add-batch',
  text: `
    INSERT INTO decision_batches (site_id, id, moderator_id, action) VALUES ($1, $2, $3, 'reject')
    ON CONFLICT DO NOTHING`,
};
