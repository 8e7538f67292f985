import type { Statement } from '#database';

/** One look into the index for each pair, however many askers share the statement. */
export const COUNTS: Statement = {
  name: 'counts.read',
  text: `
    SELECT wanted.place, article.published_count AS count
    FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS wanted (site_id, external_id, place)
    CROSS JOIN LATERAL (
      SELECT published_count FROM articles
      WHERE site_id = wanted.site_id AND external_id = wanted.external_id
      -- Keeps the look by index also where statistics are old.
      OFFSET 0
    ) AS article`,
};

/** Recounts what is shown, from the comments alone, and gives the articles whose count differs. */
export const DRIFT: Statement = {
  name: 'counts.drift',
  text: `
    WITH RECURSIVE shown (site_id, id, article_id) AS (
      SELECT site_id, id, article_id
      FROM comments
      WHERE parent_id IS NULL AND status = 'published'
      UNION ALL
      SELECT reply.site_id, reply.id, reply.article_id
      FROM shown
      JOIN comments AS reply ON reply.site_id = shown.site_id AND reply.parent_id = shown.id
      WHERE reply.status = 'published'
    ),
    recounted AS (
      SELECT site_id, article_id, count(*)::integer AS count FROM shown GROUP BY site_id, article_id
    )
    SELECT article.site_id, article.external_id, article.published_count AS stored,
      coalesce(recounted.count, 0) AS counted
    FROM articles AS article
    LEFT JOIN recounted
      ON recounted.site_id = article.site_id AND recounted.article_id = article.id
    WHERE article.published_count <> coalesce(recounted.count, 0)
    ORDER BY article.site_id, article.external_id`,
};

export const TOTALS: Statement = {
  name: 'counts.totals',
  text: `
    SELECT count(*)::integer AS articles, coalesce(sum(published_count), 0)::integer AS shown
    FROM articles`,
};
