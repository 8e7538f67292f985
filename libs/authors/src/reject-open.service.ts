import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { resolveReports } from '#reports';
import { lockComments, type LockedComment, type Move, moveComments } from '#transitions';
import { v7 as uuidv7 } from 'uuid';
import type { AuthorRef } from './author-summaries.js';
import * as sql from './authors.sql.js';

/** Few enough that nobody waits long for the threads that a transaction holds. */
const BATCH = 100;

/** Rejects what of an author waits for a moderator. */
@Injectable()
export class RejectOpenService {
  constructor(private readonly database: Database) {}

  /** Each comment by a decision of its own; all belong to one bulk, but are committed a hundred at a time. */
  async rejectOpen(author: AuthorRef, moderatorId: string): Promise<void> {
    const batchId = uuidv7();
    await this.rejectJustHeld(author, { moderatorId, batchId });
    for (;;) {
      const rows = await this.database.query<{ id: string }>(sql.HELD, [
        author.siteId,
        author.authorId,
        BATCH,
      ]);
      if (rows.length === 0) return;
      await this.reject(
        author.siteId,
        rows.map(({ id }) => id),
        { moderatorId, batchId },
      );
    }
  }

  /**
   * What still waits for its verdict: one that is just being written is waited for by the lock, and
   * rejected here; one that is written later is made anew, as of a banned author.
   */
  private async rejectJustHeld(
    { siteId, authorId }: AuthorRef,
    by: { moderatorId: string; batchId: string },
  ): Promise<void> {
    const rows = await this.database.query<{ id: string }>(sql.PENDING, [siteId, authorId]);
    const ids = rows.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += BATCH) {
      await this.reject(siteId, ids.slice(from, from + BATCH), by);
    }
  }

  private async reject(
    siteId: string,
    ids: string[],
    by: { moderatorId: string; batchId: string },
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      const refs = ids.map((commentId) => ({ siteId, commentId }));
      const locked = await lockComments(session, refs);
      // Others may have decided it since it was looked up.
      const held = locked.filter(({ status }) => status === 'held');
      if (held.length === 0) return;
      await session.execute(sql.ADD_BATCH, [siteId, by.batchId, by.moderatorId]);
      await moveComments(
        session,
        held.map((comment) => rejection(comment, by)),
      );
      await resolveReports(
        session,
        held.map(({ commentId }) => ({ siteId, commentId, outcome: 'right' })),
      );
    });
  }
}

function rejection(
  comment: LockedComment,
  { moderatorId, batchId }: { moderatorId: string; batchId: string },
): Move {
  return {
    comment,
    to: 'rejected',
    revision: comment.revision,
    actor: 'moderator',
    actorId: moderatorId,
    reason: 'MODERATOR_REJECTED',
    details: {},
    findings: [],
    policyVersion: null,
    recheckAfter: null,
    rechecks: 0,
    batchId,
  };
}
