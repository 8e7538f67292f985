import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Database, dataSourceOptions, type Session, type Statement } from '#database';
import { createDatabase } from './postgres.js';

/** A session of the product's own kind on a database of the test's own. */
export interface TestSession {
  database: Database;
  siteId: string;
  /** Runs ad-hoc SQL. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Makes an article and gives its id. */
  addArticle(): Promise<string>;
  /** Makes a pending comment and gives its id. */
  addComment(articleId: string, parent?: { id: string; rootId: string }): Promise<string>;
  close(): Promise<void>;
}

const named = (text: string): Statement => ({ name: `test.${text}`.slice(0, 60), text });

/** Opens a database with one site, to make comments in without the API. */
export async function openTestSession(poolSize = 10): Promise<TestSession> {
  const own = await createDatabase();
  const dataSource = await new DataSource(dataSourceOptions(own.url, poolSize)).initialize();
  const database = new Database(dataSource);
  const siteId = uuidv7();
  await insertSite(database, siteId);
  return {
    database,
    siteId,
    sql: (text, values) => dataSource.query(text, values),
    addArticle: () => insertArticle(database, siteId),
    addComment: (articleId, parent) => insertComment(database, siteId, articleId, parent),
    close: async () => {
      await dataSource.destroy();
      await own.drop();
    },
  };
}

async function insertSite(session: Session, siteId: string): Promise<void> {
  await session.execute(
    named(`INSERT INTO sites (id, name, origins, signing_key) VALUES ($1, 'A site', '{*}', $2)`),
    [siteId, randomBytes(32)],
  );
}

async function insertArticle(session: Session, siteId: string): Promise<string> {
  const id = uuidv7();
  await session.execute(
    named('INSERT INTO articles (site_id, id, external_id) VALUES ($1, $2, $2::uuid::text)'),
    [siteId, id],
  );
  return id;
}

async function insertComment(
  session: Session,
  siteId: string,
  articleId: string,
  parent: { id: string; rootId: string } | undefined,
): Promise<string> {
  const id = uuidv7();
  await session.execute(
    named(`INSERT INTO comments (site_id, id, article_id, parent_id, root_id, body)
      VALUES ($1, $2, $3, $4, $5, 'A comment.')`),
    [siteId, id, articleId, parent?.id ?? null, parent?.rootId ?? id],
  );
  return id;
}
