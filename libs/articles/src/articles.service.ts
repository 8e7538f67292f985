import { Injectable } from '@nestjs/common';
import { announceArticle } from '#announcements';
import { DomainError } from '#contract';
import { Database, type Statement } from '#database';
import { v7 as uuidv7 } from 'uuid';

/** An article as its site knows it. */
export interface Article {
  id: string;
  url: string | null;
  title: string | null;
  section: string | null;
  /** Whether it takes no more comments. */
  closed: boolean;
  /** How many comments are shown under it. */
  count: number;
}

/** What is to be changed; what is left out stays. */
export type ArticleChange = Partial<Pick<Article, 'url' | 'title' | 'section' | 'closed'>>;

const COLUMNS = `external_id AS id, url, title, section, closed_at IS NOT NULL AS closed,
  published_count AS count`;

const FIND: Statement = {
  name: 'articles.find',
  text: `SELECT ${COLUMNS} FROM articles WHERE site_id = $1 AND external_id = $2`,
};

/** `$5`, `$7` and `$9` say whether the value before them is given; a given null empties the column. */
const SAVE: Statement = {
  name: 'articles.save',
  text: `
    INSERT INTO articles AS article (site_id, id, external_id, url, title, section, closed_at)
    VALUES ($1, $2, $3, $4, $6, $8, CASE WHEN $10 THEN now() END)
    ON CONFLICT (site_id, external_id) DO UPDATE SET
      url = CASE WHEN $5 THEN excluded.url ELSE article.url END,
      title = CASE WHEN $7 THEN excluded.title ELSE article.title END,
      section = CASE WHEN $9 THEN excluded.section ELSE article.section END,
      closed_at = CASE WHEN $10 THEN coalesce(article.closed_at, now())
        WHEN NOT $10 THEN NULL ELSE article.closed_at END
    RETURNING ${COLUMNS}`,
};

/** Articles, as their sites describe, close and open them. */
@Injectable()
export class ArticlesService {
  constructor(private readonly database: Database) {}

  /** @throws DomainError ARTICLE_NOT_FOUND */
  async find(siteId: string, id: string): Promise<Article> {
    const [article] = await this.database.query<Article>(FIND, [siteId, id]);
    if (article === undefined)
      throw new DomainError('ARTICLE_NOT_FOUND', 'There is no such article.');
    return article;
  }

  /** Makes the article or changes what is given of it; pages with its comments show that at once. */
  async save(siteId: string, id: string, change: ArticleChange): Promise<Article> {
    const { url, title, section, closed } = change;
    const texts = [url, title, section].flatMap((text) => [text ?? null, text !== undefined]);
    const values = [siteId, uuidv7(), id, ...texts, closed ?? null];
    const [article] = await this.database.query<Article>(SAVE, values);
    if (article === undefined) throw new Error('An article was not saved.');
    await announceArticle(this.database, { siteId, article: id });
    return article;
  }
}
