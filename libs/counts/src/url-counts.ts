import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#database';

/** How many comments are shown on a page, and when the first and the last came. */
export interface CountOfUrl {
  url: string;
  count: number;
  first: Date | null;
  last: Date | null;
}

/** An address that several articles have counts them all. */
export const COUNTS_OF_URLS: Statement = {
  name: 'counts.of-urls',
  text: `
    SELECT article.url, sum(article.published_count)::integer AS count, min(comment.first) AS first,
      max(comment.last) AS last
    FROM unnest($2::text[]) AS wanted (url)
    JOIN articles AS article ON article.site_id = $1 AND article.url = wanted.url
    LEFT JOIN LATERAL (
      SELECT
        (SELECT created_at FROM comments
          WHERE site_id = $1 AND article_id = article.id AND parent_id IS NULL AND pinned_at IS NULL
            AND status = 'published'
          ORDER BY created_at LIMIT 1) AS first,
        (SELECT created_at FROM comments
          WHERE site_id = $1 AND article_id = article.id AND parent_id IS NULL AND pinned_at IS NULL
            AND status = 'published'
          ORDER BY created_at DESC LIMIT 1) AS last
    ) AS comment ON article.published_count > 0
    GROUP BY article.url`,
};

/** Counts by the addresses of pages, for those who know articles by nothing else. */
@Injectable()
export class UrlCounts {
  constructor(private readonly database: Database) {}

  /** By address; one that is not known is left out. */
  async read(siteId: string, urls: readonly string[]): Promise<Map<string, CountOfUrl>> {
    const rows = await this.database.query<CountOfUrl>(COUNTS_OF_URLS, [siteId, urls]);
    return new Map(rows.map((row) => [row.url, row]));
  }
}
