import type { Rows } from './rows.js';

/** Puts held comments with open items into the first site, without the pipeline: by thousands it would take minutes. */
export async function fillQueue(rows: Rows, count: number): Promise<void> {
  await rows.query(`
    INSERT INTO articles (site_id, id, external_id)
    SELECT id, gen_random_uuid(), 'filled-' || n
    FROM (SELECT id FROM sites ORDER BY created_at LIMIT 1) AS site, generate_series(1, 20) AS n`);
  await rows.query(
    `INSERT INTO comments (site_id, id, article_id, root_id, body, status)
      SELECT site_id, id, article_id, id, 'Filled with number ' || n, 'held'
      FROM (
        SELECT article.site_id, gen_random_uuid() AS id, article.id AS article_id, n
        FROM generate_series(1, $1::integer) AS n
        JOIN articles AS article ON article.external_id = 'filled-' || 1 + n % 20
      ) AS made`,
    [count],
  );
  await rows.query(`
    INSERT INTO review_items (site_id, id, comment_id, revision, reason, due_at, article_id, search_text)
    SELECT site_id, gen_random_uuid(), id, 1, 'SCORED_SPAM', now() - random() * interval '1 day',
      article_id, lower(body)
    FROM comments WHERE body LIKE 'Filled with number %'`);
}
