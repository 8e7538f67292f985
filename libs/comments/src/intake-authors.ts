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

interface Wanted {
  siteId: string;
  author: SubmittedAuthor;
}

/** The authors of a batch: looked up early, made only for comments that are stored. */
export class Authors {
  private readonly ids = new Map<string, string>();

  constructor(private readonly session: Session) {}

  /** The author's id; `null` where nobody is named. */
  idOf({ siteId, author }: Submission): string | null {
    return author === null ? null : (this.ids.get(keyOf(siteId, author)) ?? null);
  }

  /** Finds those that are there already. */
  find(submissions: Submission[]): Promise<void> {
    return this.look(this.missing(submissions));
  }

  /** Makes those that are not. */
  async make(submissions: Submission[]): Promise<void> {
    const missing = this.missing(submissions);
    if (missing.length === 0) return;
    await Promise.all([addAuthors(this.session, missing), this.look(missing)]);
  }

  private missing(submissions: Submission[]): Wanted[] {
    const wanted = new Map<string, Wanted>();
    for (const { siteId, author } of submissions) {
      if (author !== null) wanted.set(keyOf(siteId, author), { siteId, author });
    }
    return [...wanted].filter(([key]) => !this.ids.has(key)).map(([, value]) => value);
  }

  private async look(wanted: Wanted[]): Promise<void> {
    if (wanted.length === 0) return;
    const rows = await this.session.query<AuthorRow>(sql.AUTHORS, [
      wanted.map(({ siteId }) => siteId),
      wanted.map(({ author }) => author.identity),
      wanted.map(({ author }) => author.vouched),
    ]);
    for (const row of rows) this.ids.set(keyOf(row.site_id, row), row.id);
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
  ]);
}
