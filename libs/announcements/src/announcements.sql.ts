import type { Statement } from '#database';

/**
 * Relays take turns, so that the numbers of announcements are in the order of their commits: who has
 * read up to a number misses nothing before it. The number of the lock is arbitrary.
 */
export const TAKE_TURN: Statement = {
  name: 'announcements.take-turn',
  text: 'SELECT pg_advisory_xact_lock(7067683285)',
};

/** Writes down what is announced of these comments, as they are now, and wakes every process; delivered with the commit. */
export const WRITE: Statement = {
  name: 'announcements.write',
  text: `
    WITH RECURSIVE
    wanted AS (
      SELECT * FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY AS given (site_id, id, place)
    ),
    above (place, site_id, parent_id) AS (
      SELECT wanted.place, wanted.site_id, comment.parent_id
      FROM wanted
      JOIN comments AS comment ON comment.site_id = wanted.site_id AND comment.id = wanted.id
      WHERE comment.status = 'published'
      UNION ALL
      SELECT above.place, above.site_id, parent.parent_id
      FROM above
      JOIN comments AS parent ON parent.site_id = above.site_id AND parent.id = above.parent_id
      WHERE parent.status = 'published'
    ),
    written AS (
      INSERT INTO announcements (site_id, article, comment_id, parent_id, shown, count)
      SELECT wanted.site_id, article.external_id, comment.id, comment.parent_id,
        EXISTS (SELECT FROM above WHERE above.place = wanted.place AND above.parent_id IS NULL),
        article.published_count
      FROM wanted
      JOIN comments AS comment ON comment.site_id = wanted.site_id AND comment.id = wanted.id
      JOIN articles AS article
        ON article.site_id = comment.site_id AND article.id = comment.article_id
      ORDER BY wanted.place
      RETURNING site_id, article
    ),
    articles_of AS (
      SELECT jsonb_agg(DISTINCT jsonb_build_array(site_id, article))::text AS list FROM written
    )
    -- A NOTIFY carries less than 8,000 bytes; a longer list is looked up in the log.
    SELECT pg_notify('moderato_announced', coalesce(list, ''))
    FROM (SELECT CASE WHEN octet_length(list) < 7900 THEN list END AS list FROM articles_of) AS fit`,
};

/** Has every process forget what it has kept of an article. */
export const FORGET_ARTICLE: Statement = {
  name: 'announcements.forget-article',
  text: `
    SELECT pg_notify('moderato_announced',
      jsonb_build_array(jsonb_build_array($1::uuid, $2::text))::text)`,
};

/** How far the log is, and by whose clock. */
export const POSITION: Statement = {
  name: 'announcements.position',
  text: 'SELECT coalesce(max(id), 0) AS id, clock_timestamp() AS now FROM announcements',
};

/**
 * All that may have changed since an announcement: what was announced after it, and, without a
 * number, what is committed and waits in the outbox to be announced. A mark becomes an announcement
 * in one transaction, so that it is found as the one or the other.
 */
export const NEWS: Statement = {
  name: 'announcements.news',
  text: `
    SELECT NULL::bigint AS id, article.site_id, article.external_id AS article, comment.id AS comment_id,
      comment.parent_id, false AS shown, 0 AS count
    FROM (
      (SELECT site_id, comment_id FROM outbox WHERE topic = 'announce' ORDER BY id LIMIT $2)
      UNION ALL
      (SELECT site_id, comment_id FROM outbox WHERE topic = 'changed' ORDER BY id LIMIT $2)
    ) AS mark
    JOIN comments AS comment ON comment.site_id = mark.site_id AND comment.id = mark.comment_id
    JOIN articles AS article ON article.site_id = comment.site_id AND article.id = comment.article_id
    UNION ALL
    (
      SELECT id, site_id, article, comment_id, parent_id, shown, count
      FROM announcements
      WHERE id > $1
      ORDER BY id
      LIMIT $2
    )`,
};

/** What was announced of these articles after one number and up to another. */
export const REPLAY: Statement = {
  name: 'announcements.replay',
  text: `
    SELECT id, site_id, article, comment_id, parent_id, shown, count
    FROM announcements
    WHERE site_id = $1 AND article = ANY ($2::text[]) AND id > $3 AND id <= $4
    ORDER BY id
    LIMIT $5`,
};

/** Forgets what is older than so many seconds, oldest first. */
export const FORGET: Statement = {
  name: 'announcements.forget',
  text: `
    DELETE FROM announcements
    WHERE created_at < now() - $1 * interval '1 second' AND id IN (
      SELECT id FROM announcements ORDER BY id LIMIT 50000 FOR UPDATE SKIP LOCKED
    )`,
};
