import { Injectable } from '@nestjs/common';
import { AuditTrail } from '#audit';
import { DomainError } from '#contract';
import { Database, type Session } from '#database';
import type { AuthorRef } from './author-summaries.js';
import * as sql from './authors.sql.js';
import { type SetState, takesLead } from './standing-rights.js';

/** What a moderator wants to be set. */
export interface StandingChange extends SetState {
  note: string | null;
  /** Whether what of the author waits for a moderator is rejected with it. */
  rejectOpen: boolean;
}

/** Who changes it. */
export interface StandingChanger {
  id: string;
  /** Whether they are a lead of the author's site. */
  isLead: boolean;
}

/** What moderators set about authors. */
@Injectable()
export class AuthorStandingsService {
  constructor(private readonly database: Database) {}

  /** @throws DomainError AUTHOR_NOT_FOUND, ROLE_REQUIRED */
  change(author: AuthorRef, change: StandingChange, by: StandingChanger): Promise<void> {
    const { siteId, authorId } = author;
    return this.database.transaction(async (session) => {
      const before = await lock(session, author);
      if (takesLead(before, change, new Date()) && !by.isLead) throw leadRequired();
      const { standing, until, rejectOpen } = change;
      await session.execute(sql.SET_STANDING, [siteId, authorId, standing, until]);
      await AuditTrail.record(session, [
        {
          ...{ siteId, actor: 'moderator', actorId: by.id },
          action: `author.${standing ?? 'cleared'}`,
          subject: { type: 'author', id: authorId },
          before: stateOf(before),
          after: { ...stateOf(change), ...(rejectOpen && { rejectOpen }) },
          note: change.note,
        },
      ]);
    });
  }
}

async function lock(session: Session, { siteId, authorId }: AuthorRef): Promise<SetState> {
  const [row] = await session.query<SetState>(sql.LOCK, [siteId, authorId]);
  if (row === undefined) throw new DomainError('AUTHOR_NOT_FOUND', 'There is no such author.');
  return row;
}

function stateOf({ standing, until }: SetState): Record<string, unknown> {
  return standing === 'suspended'
    ? { standing, until: until?.toISOString() ?? null }
    : { standing };
}

function leadRequired(): DomainError {
  return new DomainError(
    'ROLE_REQUIRED',
    'Trust, bans and suspensions of more than 30 days are set and lifted by leads of the site.',
  );
}
