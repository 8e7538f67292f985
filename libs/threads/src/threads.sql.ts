import { REJECTION_COLUMNS, REJECTION_JOINS } from '#comments';
import type { Statement } from '#database';

export const ARTICLE: Statement = {
  name: 'threads.article',
  text: `
    SELECT id, title, url, coalesce(section, '') AS section, closed_at IS NOT NULL AS closed,
      published_count AS count
    FROM articles
    WHERE site_id = $1 AND external_id = $2`,
};

/** To the microsecond, as keys of pages must be. */
const MICROS = '(extract(epoch FROM created_at) * 1000000)::bigint AS micros';
const TIME = `(timestamptz 'epoch' + $3::bigint * interval '1 microsecond')`;
const TOP = `site_id = $1 AND article_id = $2 AND parent_id IS NULL AND pinned_at IS NULL
        AND status = 'published'`;

/** Top comments of a page: site, article, then behind which microsecond and id, and how many. */
export const NEWEST: Statement = {
  name: 'threads.newest',
  text: `
    SELECT id, ${MICROS}, 0::real AS score
    FROM comments
    WHERE ${TOP} AND (created_at, id) < (${TIME}, $4::uuid)
    ORDER BY created_at DESC, id DESC
    LIMIT $5`,
};

export const OLDEST: Statement = {
  name: 'threads.oldest',
  text: `
    SELECT id, ${MICROS}, 0::real AS score
    FROM comments
    WHERE ${TOP} AND (created_at, id) > (${TIME}, $4::uuid)
    ORDER BY created_at, id
    LIMIT $5`,
};

/** How many comments are looked at, one after the other, for those that nobody has liked. */
const LOOKED_AT = 2000;
const UNLIKED_PLACE = `(CASE WHEN $6::real > 0 THEN timestamptz 'infinity' ELSE ${TIME} END, $4::uuid)`;
const BY_TIME = 'ORDER BY created_at DESC, id DESC';

/**
 * Behind which score as well. Those that nobody has liked follow, newest first; they are looked for only
 * where the liked ones do not fill the page, and not beyond so many. A row with a negative score says that
 * there may be more behind it.
 */
export const BEST: Statement = {
  name: 'threads.best',
  text: `
    WITH liked AS MATERIALIZED (
      SELECT tally.comment_id AS id,
        (extract(epoch FROM tally.created_at) * 1000000)::bigint AS micros, tally.score
      FROM reaction_tallies AS tally
      JOIN comments AS comment ON comment.site_id = tally.site_id AND comment.id = tally.comment_id
      WHERE tally.site_id = $1 AND tally.article_id = $2 AND tally.score > 0
        AND comment.parent_id IS NULL AND comment.pinned_at IS NULL AND comment.status = 'published'
        AND (tally.score, tally.created_at, tally.comment_id) < ($6::real, ${TIME}, $4::uuid)
      ORDER BY tally.score DESC, tally.created_at DESC, tally.comment_id DESC
      LIMIT $5
    ),
    unliked AS MATERIALIZED (
      SELECT id, ${MICROS}, 0::real AS score
      FROM (
        SELECT id, created_at FROM comments
        WHERE ${TOP} AND (created_at, id) < ${UNLIKED_PLACE}
        ${BY_TIME}
        LIMIT ${LOOKED_AT}
      ) AS newest
      -- In this form it cannot become a join that reads all tallies.
      WHERE coalesce((
          SELECT tally.score FROM reaction_tallies AS tally
          WHERE tally.site_id = $1 AND tally.comment_id = newest.id
        ), 0) = 0
      ${BY_TIME}
      LIMIT $5 - (SELECT count(*) FROM liked)
    ),
    looked_at AS (
      SELECT id, ${MICROS}, -1::real AS score
      FROM comments
      WHERE ${TOP} AND (created_at, id) < ${UNLIKED_PLACE}
      ${BY_TIME}
      OFFSET ${LOOKED_AT - 1}
      LIMIT CASE WHEN (SELECT count(*) FROM liked) + (SELECT count(*) FROM unliked) < $5 THEN 1 ELSE 0 END
    )
    SELECT * FROM liked UNION ALL SELECT * FROM unliked UNION ALL SELECT * FROM looked_at
    ORDER BY score DESC, micros DESC, id DESC`,
};

export const PINNED: Statement = {
  name: 'threads.pinned',
  text: `
    SELECT id, ${MICROS}, 0::real AS score
    FROM comments
    WHERE site_id = $1 AND article_id = $2 AND pinned_at IS NOT NULL AND status = 'published'
      AND parent_id IS NULL
    ORDER BY pinned_at DESC
    LIMIT 50`,
};

/** The direct replies to the comment `$2`, the oldest first. */
export const REPLIES: Statement = {
  name: 'threads.replies',
  text: `
    SELECT id, ${MICROS}, 0::real AS score
    FROM comments
    WHERE site_id = $1 AND parent_id = $2 AND status = 'published'
      AND (created_at, id) > (${TIME}, $4::uuid)
    ORDER BY created_at, id
    LIMIT $5`,
};

/** Whether readers see a comment, and where it stands. */
export const SHOWN: Statement = {
  name: 'threads.shown',
  text: `
    WITH RECURSIVE above (article_id, parent_id) AS (
      SELECT article_id, parent_id FROM comments
      WHERE site_id = $1 AND id = $2 AND status = 'published'
      UNION ALL
      SELECT above.article_id, parent.parent_id
      FROM above
      JOIN comments AS parent ON parent.site_id = $1 AND parent.id = above.parent_id
      WHERE parent.status = 'published'
    )
    SELECT article.id AS article_id, article.external_id AS article,
      coalesce(article.section, '') AS section
    FROM above
    JOIN articles AS article ON article.site_id = $1 AND article.id = above.article_id
    WHERE above.parent_id IS NULL`,
};

/**
 * The replies below comments, level by level down to `$3`: of each comment the oldest `$4`, of each
 * thread `$5` a level. One more of each is found, but not opened, and says that there are more.
 */
export const TREE: Statement = {
  name: 'threads.tree',
  text: `
    WITH RECURSIVE tree (top_id, id, parent_id, level, place, micros, opened) AS (
      SELECT top.id, top.id, NULL::uuid, 0, 0::bigint, 0::bigint, true
      FROM unnest($2::uuid[]) AS top (id)
      UNION ALL
      SELECT above.top_id, reply.id, above.id, above.level + 1, reply.place, reply.micros,
        above.level < $3::integer AND reply.place <= $4::integer
          AND row_number() OVER (PARTITION BY above.top_id ORDER BY reply.place, above.place, above.id)
            <= $5::integer
      FROM tree AS above
      CROSS JOIN LATERAL (
        SELECT id, micros, row_number() OVER (ORDER BY micros, id) AS place
        FROM (
          SELECT id, ${MICROS}
          FROM comments
          WHERE site_id = $1 AND parent_id = above.id AND status = 'published'
          ORDER BY created_at, id
          LIMIT CASE WHEN above.level < $3::integer THEN $4::integer + 1 ELSE 1 END
        ) AS oldest
      ) AS reply
      WHERE above.opened
    )
    SELECT id, parent_id, opened, micros FROM tree WHERE level > 0 ORDER BY level, place`,
};

/** How many replies are shown below each comment, at any depth; counted up to `$3`. */
export const TOTALS: Statement = {
  name: 'threads.totals',
  text: `
    SELECT start.id, (
      SELECT count(*)::integer - 1
      FROM (
        WITH RECURSIVE below (id) AS (
          SELECT start.id
          UNION ALL
          SELECT reply.id
          FROM below
          CROSS JOIN LATERAL (
            SELECT id FROM comments
            WHERE site_id = $1 AND parent_id = below.id AND status = 'published'
            OFFSET 0
          ) AS reply
        )
        -- No further than is asked for: Postgres goes on with a recursion only as rows are taken.
        SELECT id FROM below LIMIT $3::integer + 1
      ) AS counted
    ) AS total
    FROM unnest($2::uuid[]) AS start (id)`,
};

const DETAILS_COLUMNS = `comment.id, comment.parent_id, comment.author_id, comment.author_name,
      author.badge, comment.body, comment.status, comment.created_at, comment.edited_at,
      comment.revision, comment.pinned_at IS NOT NULL AS pinned,
      comment.featured_at IS NOT NULL AS featured, tally.likes, tally.dislikes, tally.thanks,
      tally.funny`;
const DETAILS_JOINS = `LEFT JOIN authors AS author
      ON author.site_id = comment.site_id AND author.id = comment.author_id
    LEFT JOIN reaction_tallies AS tally
      ON tally.site_id = comment.site_id AND tally.comment_id = comment.id`;

/** What is shown of comments; nothing of those that are no longer published. */
export const DETAILS: Statement = {
  name: 'threads.details',
  text: `
    SELECT ${DETAILS_COLUMNS}
    FROM unnest($2::uuid[]) AS wanted (id)
    CROSS JOIN LATERAL (
      SELECT * FROM comments
      WHERE site_id = $1 AND id = wanted.id AND status = 'published'
      OFFSET 0
    ) AS comment
    ${DETAILS_JOINS}`,
};

/** The row of the author that a reader is known as. */
export const AUTHOR: Statement = {
  name: 'threads.author',
  text: 'SELECT id FROM authors WHERE site_id = $1 AND identity = $2 AND vouched = $3',
};

/** What an author wrote under an article lately and nobody else sees. */
export const WAITING: Statement = {
  name: 'threads.waiting',
  text: `
    SELECT ${DETAILS_COLUMNS}, ${REJECTION_COLUMNS}
    FROM (
      SELECT * FROM comments
      WHERE site_id = $1 AND author_id = $2 AND article_id = $3
        AND status IN ('pending', 'held', 'rejected') AND created_at > now() - interval '30 days'
      ORDER BY created_at DESC
      LIMIT 20
    ) AS comment
    ${DETAILS_JOINS}
    ${REJECTION_JOINS}
    ORDER BY comment.created_at DESC`,
};
