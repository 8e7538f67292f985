import type { Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './intake.sql.js';
import type { Submission, SubmittedAuthor } from './submission.js';

interface AuthorRow {
  site_id: string;
  id: string;
  identity: string;
  vouched: boolean;
}

const keyOf = (
  siteId: string,
  { identity, vouched }: Pick<SubmittedAuthor, 'identity' | 'vouched'>,
): string => `${siteId}/${vouched}/${identity}`;

/** The ids of the submissions' authors, made where they are new; `null` where nobody is named. */
export async function authorsOf(
  session: Session,
  submissions: Submission[],
): Promise<(submission: Submission) => string | null> {
  const wanted = new Map<string, { siteId: string; author: SubmittedAuthor }>();
  for (const { siteId, author } of submissions) {
    if (author !== null) wanted.set(keyOf(siteId, author), { siteId, author });
  }
  const ids = new Map<string, string>();
  const find = async (missing: { siteId: string; author: SubmittedAuthor }[]): Promise<void> => {
    const rows = await session.query<AuthorRow>(sql.AUTHORS, [
      missing.map(({ siteId }) => siteId),
      missing.map(({ author }) => author.identity),
      missing.map(({ author }) => author.vouched),
    ]);
    for (const row of rows) ids.set(keyOf(row.site_id, row), row.id);
  };
  if (wanted.size > 0) await find([...wanted.values()]);
  const missing = [...wanted].filter(([key]) => !ids.has(key)).map(([, value]) => value);
  if (missing.length > 0) {
    await addAuthors(session, missing);
    await find(missing);
  }
  return ({ siteId, author }) =>
    author === null ? null : (ids.get(keyOf(siteId, author)) ?? null);
}

async function addAuthors(
  session: Session,
  authors: { siteId: string; author: SubmittedAuthor }[],
): Promise<void> {
  await session.execute(sql.ADD_AUTHORS, [
    authors.map(({ siteId }) => siteId),
    authors.map(() => uuidv7()),
    authors.map(({ author }) => author.identity),
    authors.map(({ author }) => author.vouched),
    authors.map(({ author }) => author.name),
    authors.map(({ author }) => author.email),
  ]);
}
