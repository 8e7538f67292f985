import { Injectable } from '@nestjs/common';
import { readAudit } from '#audit';
import { type AuthorCard, type CommentStatus, DomainError } from '#contract';
import { Database } from '#database';
import { type AuthorRef, summarizeAuthors } from './author-summaries.js';
import * as sql from './authors.sql.js';
import type { SetState } from './standing-rights.js';

/** How many of the moderators' actions a card lists. */
const ACTIONS = 20;

/** Authors with their past. */
@Injectable()
export class AuthorCardsService {
  constructor(private readonly database: Database) {}

  /** The author with their site, among the given ones. @throws DomainError AUTHOR_NOT_FOUND */
  async locate(siteIds: string[], authorId: string): Promise<AuthorRef> {
    const [row] = await this.database.query<{ site_id: string }>(sql.SITE_OF, [siteIds, authorId]);
    if (row === undefined) throw notFound();
    return { siteId: row.site_id, authorId };
  }

  /** @throws DomainError AUTHOR_NOT_FOUND */
  read({ siteId, authorId }: AuthorRef): Promise<AuthorCard> {
    return this.database.connection(async (session) => {
      // Sent together: none depends on another.
      const [summaries, [site], [state], totals, { entries }] = await Promise.all([
        summarizeAuthors(session, [{ siteId, authorId }]),
        session.query<{ name: string }>(sql.SITE_NAME, [siteId]),
        session.query<SetState>(sql.SET_STATE, [siteId, authorId]),
        session.query<TotalRow>(sql.TOTALS, [siteId, authorId]),
        readAudit(session, { siteIds: [siteId], subject: authorId }, null, ACTIONS),
      ]);
      const summary = summaries.get(authorId);
      if (summary === undefined) throw notFound();
      return {
        ...summary,
        site: { id: siteId, name: site?.name ?? '' },
        set: state === undefined ? null : currentOf(state, new Date()),
        totals: totalsOf(totals),
        actions: entries,
      };
    });
  }
}

interface TotalRow {
  status: Exclude<CommentStatus, 'deleted'>;
  count: number;
}

function totalsOf(rows: TotalRow[]): AuthorCard['totals'] {
  const totals = { pending: 0, published: 0, held: 0, rejected: 0 };
  for (const { status, count } of rows) totals[status] = count;
  return totals;
}

/** A suspension that is over counts for nothing, though it is still written there. */
function currentOf({ standing, until }: SetState, now: Date): AuthorCard['set'] {
  const isOver = standing === 'suspended' && until !== null && until <= now;
  return isOver ? null : standing;
}

function notFound(): DomainError {
  return new DomainError('AUTHOR_NOT_FOUND', 'There is no such author.');
}
