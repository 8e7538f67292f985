import type { Statement } from '#database';

/*
 * What "earlier" means is settled by time and id, not by who is checked first: a comment that is
 * checked twice, or next to its own copy, finds the same each time.
 *
 * Rows are looked up one by one, in a LATERAL with a LIMIT: left to itself, the planner joins by the
 * site alone while it has no statistics yet, and reads every comment of every article.
 */

/** The comments that still wait for this very verdict, or, published already, for this very recheck. */
export const COMMENTS: Statement = {
  name: 'gather.comments',
  text: `
    SELECT comment.site_id, comment.id, comment.revision, comment.body, comment.article_id,
      comment.parent_id, comment.author_name, comment.created_at,
      comment.created_at::text AS created_exactly, comment.text_hash,
      comment.sim_hash, comment.bands, comment.author_id, comment.address_hash,
      coalesce(article.section, '') AS section, article.published_count, author.vouched, author.standing,
      author.suspended_until, author.first_seen_at
    FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::smallint[])
      AS job (site_id, id, revision, recheck)
    CROSS JOIN LATERAL (
      SELECT * FROM comments
      WHERE site_id = job.site_id AND id = job.id AND revision = job.revision
        AND rechecks = job.recheck
        AND status = CASE WHEN job.recheck = 0 THEN 'pending' ELSE 'published' END::comment_status
      LIMIT 1
    ) AS comment
    CROSS JOIN LATERAL (
      SELECT section, published_count FROM articles
      WHERE site_id = comment.site_id AND id = comment.article_id
      LIMIT 1
    ) AS article
    LEFT JOIN LATERAL (
      SELECT vouched, standing, suspended_until, first_seen_at FROM authors
      WHERE site_id = comment.site_id AND id = comment.author_id
      LIMIT 1
    ) AS author ON true`,
};

/** The last 50 comments that each author posted before, newest first. */
export const HISTORY: Statement = {
  name: 'gather.history',
  text: `
    SELECT comment.id AS of, earlier.*
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[])
      AS comment (site_id, id, author_id, created_at)
    CROSS JOIN LATERAL (
      SELECT other.id, other.article_id, other.author_id, other.text_hash, other.sim_hash,
        other.created_at, other.status
      FROM comments AS other
      WHERE other.site_id = comment.site_id AND other.author_id = comment.author_id
        AND (other.created_at, other.id) < (comment.created_at, comment.id)
        AND other.status <> 'deleted'
      ORDER BY other.created_at DESC
      LIMIT 50
    ) AS earlier`,
};

/**
 * Earlier comments by others within the window that say the same, newest first, 20 at most. Of two
 * comments that nobody signed, each is taken for another's.
 */
export const SAME: Statement = {
  name: 'gather.same',
  text: `
    SELECT comment.id AS of, earlier.*
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::float8[])
      AS comment (site_id, id, author_id, created_at, text_hash, window_hours)
    CROSS JOIN LATERAL (
      SELECT other.id, other.article_id, other.author_id, other.text_hash, other.sim_hash,
        other.created_at
      FROM comments AS other
      WHERE other.site_id = comment.site_id AND other.text_hash = comment.text_hash
        AND (other.created_at, other.id) < (comment.created_at, comment.id)
        AND other.created_at > comment.created_at - comment.window_hours * interval '1 hour'
        AND (comment.author_id IS NULL OR other.author_id IS DISTINCT FROM comment.author_id)
      ORDER BY other.created_at DESC
      LIMIT 20
    ) AS earlier`,
};

/** Earlier comments by others within the window that may say nearly the same: they share a piece of the SimHash. */
export const SIMILAR: Statement = {
  name: 'gather.similar',
  text: `
    SELECT comment.id AS of, earlier.*
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::float8[],
        $7::bigint[])
      AS comment (site_id, id, author_id, created_at, bands, window_hours, text_hash)
    CROSS JOIN LATERAL (
      SELECT other.id, other.article_id, other.author_id, other.text_hash, other.sim_hash,
        other.created_at
      FROM (
        -- Apart, so that the pieces are looked up first: all of a site within the window is too much.
        SELECT * FROM comments WHERE bands && comment.bands::integer[] OFFSET 0
      ) AS other
      WHERE other.site_id = comment.site_id
        AND other.text_hash <> comment.text_hash
        AND (other.created_at, other.id) < (comment.created_at, comment.id)
        AND other.created_at > comment.created_at - comment.window_hours * interval '1 hour'
        AND (comment.author_id IS NULL OR other.author_id IS DISTINCT FROM comment.author_id)
      LIMIT 100
    ) AS earlier`,
};

/** How many comments with the same value in a column came in the minute and the hour up to each comment, itself included. */
const ratesBy = (column: 'author_id' | 'address_hash' | 'article_id'): string => `
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE other.created_at > comment.created_at - interval '1 minute')::integer AS minute,
        count(*)::integer AS hour
      FROM comments AS other
      WHERE other.site_id = comment.site_id AND other.${column} = comment.${column}
        AND (other.created_at, other.id) <= (comment.created_at, comment.id)
        AND other.created_at > comment.created_at - interval '1 hour'
    ) AS by_${column}`;

/** How fast the author, the address and the article get comments; where a value is null, nothing is counted. */
export const RATES: Statement = {
  name: 'gather.rates',
  text: `
    SELECT comment.id AS of,
      by_author_id.minute AS author_minute, by_author_id.hour AS author_hour,
      by_address_hash.minute AS address_minute, by_address_hash.hour AS address_hour,
      by_article_id.minute AS article_minute, by_article_id.hour AS article_hour
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::uuid[], $5::bytea[], $6::uuid[])
      AS comment (site_id, id, created_at, author_id, address_hash, article_id)
    ${ratesBy('author_id')}
    ${ratesBy('address_hash')}
    ${ratesBy('article_id')}`,
};
