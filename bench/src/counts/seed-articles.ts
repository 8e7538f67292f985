import pg from 'pg';

/** More than a round can ask for. */
export const ARTICLE_NUMBERS = 100_000_000;

/** The names of articles as they are in the table. */
export function articleNames(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `article-${first + at}`);
}

const ARTICLES = `
  INSERT INTO articles (site_id, id, external_id, published_count)
  SELECT site.id, gen_random_uuid(), 'article-' || n, $1::integer / $2::integer
  FROM generate_series(0, $2::integer - 1) AS n, (SELECT id FROM sites LIMIT 1) AS site`;

/** All top comments, published, over a year; in parts, so that none becomes a transaction of hours. */
const COMMENTS = `
  INSERT INTO comments (site_id, id, article_id, root_id, body, status, created_at)
  SELECT article.site_id, new.id, article.id, new.id, 'A comment of a bench, as long as most of them are.',
    'published', now() - (n % 31536000) * interval '1 second'
  FROM (SELECT gen_random_uuid() AS id, n FROM generate_series($1::integer, $2::integer) AS n) AS new
  JOIN articles AS article
    ON article.site_id = (SELECT id FROM sites LIMIT 1) AND article.external_id = 'article-' || n % $3::integer`;

const PART = 500_000;

/** Fills the tables as after years of use. */
export async function seedArticles(
  url: string,
  { comments, articles }: { comments: number; articles: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(ARTICLES, [comments, articles]);
    await client.query('ANALYZE articles');
    // The keys of other tables are right by what the statement is; checking ten million takes minutes.
    await client.query('SET session_replication_role = replica');
    for (let from = 0; from < comments; from += PART) {
      await client.query(COMMENTS, [from, Math.min(from + PART, comments) - 1, articles]);
    }
    await client.query('VACUUM ANALYZE articles, comments');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
