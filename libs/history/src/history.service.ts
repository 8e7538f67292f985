import { Injectable } from '@nestjs/common';
import { summarizeAuthors } from '#authors';
import { type CommentHistory, DomainError, type Placement } from '#contract';
import { Database, type Session } from '#database';
import { readAppeals, summarizeReports } from '#reports';
import type { CommentRef } from '#transitions';
import { type DecisionRow, historyDecisionsOf } from './history-decisions.js';
import { readHistoryEvents } from './history-events.js';
import * as sql from './history.sql.js';
import { readNotes } from './notes.service.js';
import { type PresentRow, type ReplacedRow, revisionsOf } from './revisions.js';

/** All of a comment's past that does not stand in the queue. */
export type CommentPast = Omit<CommentHistory, 'comment' | 'item'>;

interface FoundRow extends PresentRow, Placement {
  site_id: string;
  author_id: string | null;
}

/** What happened to a comment: its texts, decisions and notes, and what readers and its author said. */
@Injectable()
export class HistoryService {
  constructor(private readonly database: Database) {}

  /** The comment with its site, among the given ones. @throws DomainError COMMENT_NOT_FOUND */
  async locate(siteIds: string[], commentId: string): Promise<CommentRef> {
    const { site_id: siteId } = await find(this.database, siteIds, commentId);
    return { siteId, commentId };
  }

  /** @throws DomainError COMMENT_NOT_FOUND */
  read(comment: CommentRef): Promise<CommentPast> {
    return this.database.connection(async (session) => {
      const { siteId, commentId } = comment;
      const row = await find(session, [siteId], commentId);
      const author = row.author_id === null ? [] : [{ siteId, authorId: row.author_id }];
      // Sent together: none depends on another.
      const [replaced, decisions, notes, events, authors, reports, appeals] = await Promise.all([
        session.query<ReplacedRow>(sql.REVISIONS, [siteId, commentId]),
        session.query<DecisionRow>(sql.DECISIONS, [siteId, commentId]),
        readNotes(session, comment),
        readHistoryEvents(session, comment),
        summarizeAuthors(session, author),
        summarizeReports(session, [comment]),
        readAppeals(session, [comment]),
      ]);
      const revisions = revisionsOf(row, replaced, decisions);
      return {
        revisions,
        decisions: historyDecisionsOf(decisions, revisions),
        notes,
        events,
        placement: { pinned: row.pinned, featured: row.featured },
        author: authors.get(row.author_id ?? '') ?? null,
        reports: reports.get(commentId) ?? null,
        appeal: appeals.get(commentId) ?? null,
      };
    });
  }
}

async function find(session: Session, siteIds: string[], commentId: string): Promise<FoundRow> {
  const [row] = await session.query<FoundRow>(sql.FIND, [siteIds, commentId]);
  if (row === undefined) throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
  return row;
}
