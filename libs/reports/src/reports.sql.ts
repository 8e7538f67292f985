import type { Statement } from '#database';

/** What is to be known of a locked comment: whose it is, where it stands, and whether this reader reported it before. */
export const SUBJECT: Statement = {
  name: 'reports.subject',
  text: `
    SELECT comment.body, coalesce(article.section, '') AS section, article.published_count AS published,
      coalesce(comment.address_hash = $3, false)
        OR coalesce(author.vouched AND author.identity = $4, false) AS own,
      EXISTS (
        SELECT FROM comment_reports
        WHERE site_id = $1 AND comment_id = $2 AND reporter = $3
      ) AS repeated
    FROM comments AS comment
    JOIN articles AS article ON article.site_id = comment.site_id AND article.id = comment.article_id
    LEFT JOIN authors AS author ON author.site_id = comment.site_id AND author.id = comment.author_id
    WHERE comment.site_id = $1 AND comment.id = $2`,
};

/** The reader's last 200 reports: enough for a record, and for how many there were within an hour. */
export const RECORD: Statement = {
  name: 'reports.record',
  text: `
    SELECT count(*) FILTER (WHERE outcome = 'right')::integer AS right,
      count(*) FILTER (WHERE outcome = 'wrong')::integer AS wrong,
      count(*) FILTER (WHERE created_at > now() - interval '1 hour')::integer AS "lastHour"
    FROM (
      SELECT outcome, created_at FROM comment_reports
      WHERE site_id = $1 AND reporter = $2
      ORDER BY created_at DESC
      LIMIT 200
    ) AS latest`,
};

export const ADD_REPORT: Statement = {
  name: 'reports.add',
  text: `
    INSERT INTO comment_reports (site_id, id, comment_id, revision, reporter, reason, detail, weight)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** What counts towards the threshold: all that came since a moderator decided. */
export const OPEN: Statement = {
  name: 'reports.open',
  text: `
    SELECT count(*)::integer AS count, sum(weight)::float8 AS weight FROM comment_reports
    WHERE site_id = $1 AND comment_id = $2 AND outcome IS NULL`,
};

/** What an appeal is judged by, and who will have to read it. */
export const REJECTED: Statement = {
  name: 'reports.rejected',
  text: `
    SELECT comment.body, coalesce(article.section, '') AS section, article.published_count AS published
    FROM comments AS comment
    JOIN articles AS article ON article.site_id = comment.site_id AND article.id = comment.article_id
    WHERE comment.site_id = $1 AND comment.id = $2`,
};

/** Nothing is added where the author has appealed against the rejection of this revision before. */
export const ADD_APPEAL: Statement = {
  name: 'reports.add-appeal',
  text: `
    INSERT INTO comment_appeals (site_id, id, comment_id, revision, text)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (site_id, comment_id, revision) DO NOTHING`,
};
