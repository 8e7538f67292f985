import type { Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import * as sql from './intake.sql.js';
import type { Submission, SubmittedAuthor } from './submission.js';

interface AuthorRow {
  site_id: string;
  id: string;
  identity: string;
  vouched: boolean;
  name: string | null;
  email: string | null;
  badge: string | null;
  /** `null` where no token could say otherwise. */
  first_seen_at: Date | null;
}

const keyOf = (
  siteId: string,
  { identity, vouched }: Pick<SubmittedAuthor, 'identity' | 'vouched'>,
): string => `${siteId}/${vouched}/${identity}`;

interface Wanted {
  siteId: string;
  author: SubmittedAuthor;
}

interface Renewed extends Wanted {
  id: string;
}

/** Whether a token says something else than what is stored of its reader. */
function saysMore({ token, name, email }: SubmittedAuthor, row: AuthorRow): boolean {
  if (token === undefined) return false;
  const older =
    token.createdAt !== null && row.first_seen_at !== null && token.createdAt < row.first_seen_at;
  const other = name !== row.name || token.badge !== row.badge;
  return older || other || (email !== null && email !== row.email);
}

/** The authors of a batch: looked up early, made only for comments that are stored. */
export class Authors {
  private readonly rows = new Map<string, AuthorRow>();

  constructor(private readonly session: Session) {}

  /** The author's id; `null` where nobody is named. */
  idOf({ siteId, author }: Submission): string | null {
    return author === null ? null : (this.rows.get(keyOf(siteId, author))?.id ?? null);
  }

  /** Finds those that are there already. */
  find(submissions: Submission[]): Promise<void> {
    return this.look(this.missing(submissions));
  }

  /** Makes those that are not, and writes down what newer tokens say of the others. */
  async make(submissions: Submission[]): Promise<void> {
    const missing = this.missing(submissions);
    const outdated = this.outdated(submissions);
    await Promise.all([
      missing.length > 0 && addAuthors(this.session, missing),
      missing.length > 0 && this.look(missing),
      outdated.length > 0 && renewAuthors(this.session, outdated),
    ]);
  }

  private missing(submissions: Submission[]): Wanted[] {
    const wanted = new Map<string, Wanted>();
    for (const { siteId, author } of submissions) {
      if (author !== null) wanted.set(keyOf(siteId, author), { siteId, author });
    }
    return [...wanted].filter(([key]) => !this.rows.has(key)).map(([, value]) => value);
  }

  private outdated(submissions: Submission[]): Renewed[] {
    const renewed = new Map<string, Renewed>();
    for (const { siteId, author } of submissions) {
      const row = author === null ? undefined : this.rows.get(keyOf(siteId, author));
      if (author === null || row === undefined || !saysMore(author, row)) continue;
      renewed.set(row.id, { siteId, author, id: row.id });
    }
    return [...renewed.values()];
  }

  private async look(wanted: Wanted[]): Promise<void> {
    if (wanted.length === 0) return;
    const rows = await this.session.query<AuthorRow>(sql.AUTHORS, [
      wanted.map(({ siteId }) => siteId),
      wanted.map(({ author }) => author.identity),
      wanted.map(({ author }) => author.vouched),
    ]);
    for (const row of rows) this.rows.set(keyOf(row.site_id, row), row);
  }
}

async function addAuthors(session: Session, authors: Wanted[]): Promise<void> {
  await session.execute(sql.ADD_AUTHORS, [
    authors.map(({ siteId }) => siteId),
    authors.map(() => uuidv7()),
    authors.map(({ author }) => author.identity),
    authors.map(({ author }) => author.vouched),
    authors.map(({ author }) => author.name),
    authors.map(({ author }) => author.email),
    authors.map(({ author }) => author.token?.badge ?? null),
    authors.map(({ author }) => author.token?.createdAt ?? null),
  ]);
}

async function renewAuthors(session: Session, authors: Renewed[]): Promise<void> {
  await session.execute(sql.RENEW_AUTHORS, [
    authors.map(({ siteId }) => siteId),
    authors.map(({ id }) => id),
    authors.map(({ author }) => author.name),
    authors.map(({ author }) => author.email),
    authors.map(({ author }) => author.token?.badge ?? null),
    authors.map(({ author }) => author.token?.createdAt ?? null),
  ]);
}
