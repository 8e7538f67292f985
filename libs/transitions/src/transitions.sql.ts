import type { Statement } from '#database';

/**
 * Locks the threads of the comments, always in the same order, then the comments themselves, and
 * reads them as they are once locked. Whoever moves a comment holds its thread, so that what is
 * shown of a thread changes by one transaction at a time. Replies may still be posted: they begin
 * as pending and count for nothing.
 */
export const LOCK: Statement = {
  name: 'transitions.lock',
  text: `
    SELECT comment.site_id, comment.id, comment.article_id, comment.status, comment.revision,
      comment.rechecks, comment.created_at
    FROM comments AS comment
    WHERE (comment.site_id, comment.id) IN (
      SELECT target.site_id, unnest(ARRAY[target.root_id, target.id])
      FROM comments AS target
      JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
        ON target.site_id = wanted.site_id AND target.id = wanted.id
    )
    ORDER BY comment.site_id, comment.root_id, comment.id <> comment.root_id, comment.id
    FOR NO KEY UPDATE`,
};

/**
 * How many comments per article are shown at or below the given ones: published themselves, with
 * every comment above them published too. Comments that are below several of the given ones are
 * counted once.
 */
export const SHOWN: Statement = {
  name: 'transitions.shown',
  text: `
    WITH RECURSIVE
    start AS (
      SELECT comment.site_id, comment.id, comment.parent_id, comment.article_id
      FROM comments AS comment
      JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
        ON comment.site_id = wanted.site_id AND comment.id = wanted.id
      WHERE comment.status = 'published'
    ),
    above (site_id, start_id, parent_id) AS (
      SELECT site_id, id, parent_id FROM start
      UNION ALL
      SELECT above.site_id, above.start_id, parent.parent_id
      FROM above
      JOIN comments AS parent ON parent.site_id = above.site_id AND parent.id = above.parent_id
      WHERE parent.status = 'published'
    ),
    shown (site_id, id, article_id) AS (
      SELECT start.site_id, start.id, start.article_id
      FROM start
      JOIN above ON above.site_id = start.site_id AND above.start_id = start.id
      WHERE above.parent_id IS NULL
      UNION
      SELECT reply.site_id, reply.id, reply.article_id
      FROM shown
      JOIN comments AS reply ON reply.site_id = shown.site_id AND reply.parent_id = shown.id
      WHERE reply.status = 'published'
    )
    SELECT site_id, article_id, count(*)::integer AS count
    FROM shown
    GROUP BY site_id, article_id`,
};

export const MOVE: Statement = {
  name: 'transitions.move',
  text: `
    UPDATE comments AS comment
    SET status = moved.status, revision = moved.revision, sweep_at = now(), sweeps = 0,
      recheck_at = now() + moved.recheck_after * interval '1 second',
      rechecks = moved.rechecks
    FROM unnest($1::uuid[], $2::uuid[], $3::comment_status[], $4::integer[], $5::float8[], $6::smallint[])
      AS moved (site_id, id, status, revision, recheck_after, rechecks)
    WHERE comment.site_id = moved.site_id AND comment.id = moved.id`,
};

/**
 * Locks articles, in the same order for everybody, so that no two transactions wait for each other.
 * A statement of its own: in one with the update, the update would begin from the row as it was
 * before the lock was waited for, and wait again.
 */
export const LOCK_ARTICLES: Statement = {
  name: 'transitions.lock-articles',
  text: `
    SELECT article.id
    FROM articles AS article
    JOIN unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
      ON article.site_id = wanted.site_id AND article.id = wanted.id
    ORDER BY article.site_id, article.id
    FOR NO KEY UPDATE OF article`,
};

/** Changes the counts of locked articles. */
export const COUNT: Statement = {
  name: 'transitions.count',
  text: `
    UPDATE articles AS article
    SET published_count = article.published_count + delta.count
    FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS delta (site_id, id, count)
    WHERE article.site_id = delta.site_id AND article.id = delta.id`,
};

/** The decisions and the marks of what to announce. */
export const RECORD: Statement = {
  name: 'transitions.record',
  text: `
    WITH decision AS (
      INSERT INTO decisions (site_id, id, comment_id, revision, from_status, to_status, actor,
        actor_id, reason, details, findings, policy_version, batch_id)
      SELECT site_id, id, comment_id, revision, from_status, to_status, actor, actor_id, reason,
        details::jsonb, findings::jsonb, policy_version, batch_id
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::integer[], $5::comment_status[],
        $6::comment_status[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
        $12::integer[], $13::uuid[])
        AS made (site_id, id, comment_id, revision, from_status, to_status, actor, actor_id,
          reason, details, findings, policy_version, batch_id)
      RETURNING site_id, comment_id, revision
    )
    INSERT INTO outbox (topic, site_id, comment_id, revision)
    SELECT 'announce', site_id, comment_id, revision FROM decision`,
};
