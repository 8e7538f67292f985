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
  lacks_url: boolean;
  lacks_title: boolean;
}

export interface ParentRow {
  site_id: string;
  id: string;
  article_id: string;
  root_id: string;
  status: CommentStatus;
}

const keyOf = ({ siteId, article }: Submission): string => `${siteId}/${article.externalId}`;

/** Articles by their sites and the sites' own ids. */
export class Articles {
  private readonly found = new Map<string, ArticleRow>();

  constructor(private readonly session: Session) {}

  of(submission: Submission): ArticleRow | undefined {
    return this.found.get(keyOf(submission));
  }

  /** Finds the articles of the submissions that are there already. */
  async find(submissions: Submission[]): Promise<void> {
    const wanted = [
      ...new Map(submissions.map((submission) => [keyOf(submission), submission])).values(),
    ];
    const rows = await this.session.query<ArticleRow>(sql.ARTICLES, [
      wanted.map(({ siteId }) => siteId),
      wanted.map(({ article }) => article.externalId),
    ]);
    for (const row of rows) this.found.set(`${row.site_id}/${row.external_id}`, row);
  }

  /**
   * Makes those that are not, each as its first submission describes it, and fills in what an
   * earlier one left out: but for the section, which decides the policy.
   */
  async make(submissions: Submission[]): Promise<void> {
    const missing = firstOfEach(submissions, (submission) => this.of(submission) === undefined);
    const more = firstOfEach(submissions, (submission) => this.saysMore(submission));
    await Promise.all([
      more.length > 0 && this.complete(more),
      missing.length > 0 && addArticles(this.session, missing),
      missing.length > 0 && this.find(missing),
    ]);
  }

  private saysMore(submission: Submission): boolean {
    const row = this.of(submission);
    const { url, title } = submission.article;
    return (
      (row?.lacks_url === true && url !== null) || (row?.lacks_title === true && title !== null)
    );
  }

  private async complete(submissions: Submission[]): Promise<void> {
    await this.session.execute(sql.COMPLETE_ARTICLES, [
      submissions.map(({ siteId }) => siteId),
      submissions.map((submission) => this.of(submission)?.id),
      submissions.map(({ article }) => article.url),
      submissions.map(({ article }) => article.title),
    ]);
  }
}

/** Of each article's submissions the first one that is wanted. */
function firstOfEach(
  submissions: Submission[],
  isWanted: (submission: Submission) => boolean,
): Submission[] {
  const first = new Map<string, Submission>();
  for (const submission of submissions) {
    const key = keyOf(submission);
    if (!first.has(key) && isWanted(submission)) first.set(key, submission);
  }
  return [...first.values()];
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
