import { Injectable } from '@nestjs/common';
import { OutboxBell, tokenRequired } from '#comments';
import { DomainError, type Reaction } from '#contract';
import { Database, type Session } from '#database';
import { PoliciesService } from '#policies';
import type { ReaderRef } from './own-comments.js';
import * as sql from './reactions.sql.js';
import { reactionsOf, type TallyRow } from './thread-rows.js';
import { SHOWN } from './threads.sql.js';

/** Reactions to a comment, and which of them are the reader's. */
export interface ReactionsView {
  reactions: Partial<Record<Reaction, number>>;
  reacted: Reaction[];
}

/** Of two that exclude each other, the other one. */
const OPPOSITE: Partial<Record<Reaction, Reaction>> = { like: 'dislike', dislike: 'like' };

/** What readers say about comments with one touch. Row and tally change in one transaction. */
@Injectable()
export class ReactionsService {
  constructor(
    private readonly database: Database,
    private readonly policies: PoliciesService,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * Adds a reaction; once more changes nothing.
   * @throws DomainError COMMENT_NOT_FOUND when readers do not see the comment, READER_TOKEN_REQUIRED
   */
  add(siteId: string, id: string, kind: Reaction, reader: ReaderRef): Promise<ReactionsView> {
    const opposite = OPPOSITE[kind];
    return this.change(siteId, id, reader, { add: kind, remove: opposite ? [opposite] : [] });
  }

  /** Takes a reaction back; once more changes nothing. @throws as {@link add} */
  remove(siteId: string, id: string, kind: Reaction, reader: ReaderRef): Promise<ReactionsView> {
    return this.change(siteId, id, reader, { add: null, remove: [kind] });
  }

  private async change(
    siteId: string,
    id: string,
    reader: ReaderRef,
    { add, remove }: { add: Reaction | null; remove: Reaction[] },
  ): Promise<ReactionsView> {
    await this.assertMayReact(siteId, id, reader);
    const view = await this.database.transaction(async (session) => {
      await Promise.all([
        session.execute(sql.ENSURE_TALLY, [siteId, id]),
        session.query(sql.LOCK_TALLY, [siteId, id]),
        session.execute(sql.CHANGE, [siteId, id, reader.key, add, remove]),
      ]);
      return read(session, siteId, id, reader);
    });
    this.bell.ring();
    return view;
  }

  private async assertMayReact(siteId: string, id: string, reader: ReaderRef): Promise<void> {
    const [comment] = await this.database.query<{ section: string }>(SHOWN, [siteId, id]);
    if (comment === undefined) {
      throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
    }
    const { policy } = await this.policies.current({ siteId, section: comment.section });
    if (reader.anonymous && !policy.anonymous) throw tokenRequired();
  }
}

async function read(
  session: Session,
  siteId: string,
  id: string,
  { key }: ReaderRef,
): Promise<ReactionsView> {
  const [[tally], reacted] = await Promise.all([
    session.query<TallyRow>(sql.TALLY, [siteId, id]),
    session.query<{ kind: Reaction }>(sql.REACTED, [siteId, [id], key]),
  ]);
  const reactions = tally === undefined ? {} : reactionsOf(tally);
  return { reactions, reacted: reacted.map(({ kind }) => kind) };
}

/** The comments whose tallies are not what a recount of their reactions gives. */
export async function auditReactions(
  session: Session,
): Promise<{ siteId: string; commentId: string }[]> {
  const rows = await session.query<{ site_id: string; comment_id: string }>(sql.DRIFT);
  return rows.map(({ site_id: siteId, comment_id: commentId }) => ({ siteId, commentId }));
}
