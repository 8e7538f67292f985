import type { Session, Statement } from '#database';
import type { Scope } from './item-source.js';
import type { ReviewQuery } from './review-query.js';

const ARTICLES: Statement = {
  name: 'reviews.articles',
  text: `
    SELECT article.site_id, article.id
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      SELECT site_id, id FROM articles WHERE site_id = site.id AND external_id = $2 LIMIT 1
    ) AS article`,
};

/** The sites that a query looks through: those that have the article, if it asks for one. */
export async function resolveScope(
  session: Session,
  { siteIds, filter }: Pick<ReviewQuery, 'siteIds' | 'filter'>,
): Promise<Scope> {
  if (filter.article === undefined) return { siteIds, articleIds: null };
  const rows = await session.query<{ site_id: string; id: string }>(ARTICLES, [
    siteIds,
    filter.article,
  ]);
  return { siteIds: rows.map((row) => row.site_id), articleIds: rows.map(({ id }) => id) };
}
