import type { Rows } from './rows.js';

/** Articles whose count is not that of the comments that are shown: published, with all above them published too. */
export function recount(
  rows: Rows,
): Promise<{ article: string; counted: number; shown: number }[]> {
  return rows.query(`
    WITH RECURSIVE shown (site_id, id, article_id) AS (
      SELECT site_id, id, article_id FROM comments
      WHERE parent_id IS NULL AND status = 'published'
      UNION ALL
      SELECT reply.site_id, reply.id, reply.article_id
      FROM shown
      JOIN comments AS reply ON reply.site_id = shown.site_id AND reply.parent_id = shown.id
      WHERE reply.status = 'published'
    )
    SELECT article.external_id AS article, article.published_count AS counted,
      count(shown.id)::integer AS shown
    FROM articles AS article
    LEFT JOIN shown ON shown.site_id = article.site_id AND shown.article_id = article.id
    GROUP BY article.site_id, article.id
    HAVING article.published_count <> count(shown.id)`);
}
