import type { CommentStatus } from '#contract';
import type { Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './intake.sql.js';
import type { Submission } from './submission.js';

export interface ArticleRow {
  site_id: string;
  id: string;
  external_id: string;
  section: string | null;
  closed: boolean;
}

export interface ParentRow {
  site_id: string;
  id: string;
  article_id: string;
  root_id: string;
  status: CommentStatus;
}

const keyOf = ({ siteId, article }: Submission): string => `${siteId}/${article.externalId}`;

/** The articles of the submissions, made where they are new. */
export async function articlesOf(
  session: Session,
  submissions: Submission[],
): Promise<(submission: Submission) => ArticleRow> {
  const wanted = new Map(submissions.map((submission) => [keyOf(submission), submission]));
  const found = new Map<string, ArticleRow>();
  const find = async (missing: Submission[]): Promise<void> => {
    const rows = await session.query<ArticleRow>(sql.ARTICLES, [
      missing.map(({ siteId }) => siteId),
      missing.map(({ article }) => article.externalId),
    ]);
    for (const row of rows) found.set(`${row.site_id}/${row.external_id}`, row);
  };
  await find([...wanted.values()]);
  const missing = [...wanted].filter(([key]) => !found.has(key)).map(([, submission]) => submission);
  if (missing.length > 0) {
    await addArticles(session, missing);
    await find(missing);
  }
  return (submission) => {
    const row = found.get(keyOf(submission));
    if (row === undefined) throw new Error('An article vanished while its comment was written.');
    return row;
  };
}

async function addArticles(session: Session, submissions: Submission[]): Promise<void> {
  await session.execute(sql.ADD_ARTICLES, [
    submissions.map(({ siteId }) => siteId),
    submissions.map(() => uuidv7()),
    submissions.map(({ article }) => article.externalId),
    submissions.map(({ article }) => article.url),
    submissions.map(({ article }) => article.title),
    submissions.map(({ article }) => article.section),
  ]);
}

/** The comments that the submissions reply to; `null` for top comments and where there is none. */
export async function parentsOf(
  session: Session,
  submissions: Submission[],
): Promise<(submission: Submission) => ParentRow | null> {
  const replies = submissions.filter(({ parentId }) => parentId !== null);
  if (replies.length === 0) return () => null;
  const rows = await session.query<ParentRow>(sql.PARENTS, [
    replies.map(({ siteId }) => siteId),
    replies.map(({ parentId }) => parentId),
  ]);
  const byId = new Map(rows.map((row) => [`${row.site_id}/${row.id}`, row]));
  return ({ siteId, parentId }) => byId.get(`${siteId}/${parentId ?? ''}`) ?? null;
}
