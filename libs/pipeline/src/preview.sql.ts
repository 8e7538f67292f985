import type { Statement } from '#database';

/** What is known of the article and the author of a comment that is not stored, and the time it would have. */
export const SUBJECT: Statement = {
  name: 'preview.subject',
  text: `
    SELECT now() AS created_at, now()::text AS created_exactly,
      article.id AS article_id, article.section, article.closed_at IS NOT NULL AS closed,
      author.id AS author_id, author.vouched, author.standing, author.suspended_until,
      author.first_seen_at
    FROM (SELECT) AS comment
    LEFT JOIN articles AS article ON article.site_id = $1 AND article.external_id = $2
    LEFT JOIN authors AS author
      ON author.site_id = $1 AND author.identity = $3 AND author.vouched = $4`,
};
