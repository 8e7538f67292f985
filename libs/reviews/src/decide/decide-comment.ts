import type { CommentStatus, DecideResult, ReviewAction } from '#contract';
import type { Session } from '#database';
import { lockComments, type LockedComment } from '#transitions';
import type { DecideCommand } from './command.js';
import { conflictOf, type Happening, whyNotWaiting } from './conflicts.js';
import { lockItems, type LockedItem, objectionTo, writeDecisions } from './decide-part.js';
import * as sql from './decide.sql.js';
import { happeningOf, type LatestRow } from './latest-decisions.js';

/** A comment as its decider saw it. */
export interface SeenComment {
  id: string;
  revision: number;
}

type Part = Pick<DecideResult, 'decided' | 'conflicts'>;

const RESULT: Record<ReviewAction, CommentStatus> = { approve: 'published', reject: 'rejected' };

/**
 * Decides one comment by itself, on condition that its text is the one that was seen, and with its
 * item, if one is open. Who comes too late is told who was faster.
 */
export async function decideComment(
  session: Session,
  command: DecideCommand,
  batchId: string,
  seen: SeenComment & { siteId: string },
): Promise<Part> {
  const ref = { siteId: seen.siteId, commentId: seen.id };
  const [comment] = await lockComments(session, [ref]);
  const item = await lockOpenItem(session, seen);
  const happened =
    comment === undefined
      ? whyNotWaiting('deleted', null)
      : await objection(session, command, seen, comment, item);
  if (comment === undefined || happened !== null) {
    const conflict = happened ?? whyNotWaiting('deleted', null);
    return { decided: [], conflicts: [conflictOf(item?.id ?? seen.id, conflict)] };
  }
  await writeDecisions(session, command, batchId, [comment]);
  const version = item === null ? comment.revision : item.version + 1;
  const decided = { id: item?.id ?? comment.commentId, version, status: RESULT[command.action] };
  return { decided: [decided], conflicts: [] };
}

async function lockOpenItem(
  session: Session,
  { siteId, id }: SeenComment & { siteId: string },
): Promise<LockedItem | null> {
  const [row] = await session.query<{ site_id: string; id: string }>(sql.OPEN_ITEM, [siteId, id]);
  if (row === undefined) return null;
  const { items } = await lockItems(session, [{ ...row, comment_id: id }]);
  return items.get(row.id) ?? null;
}

async function objection(
  session: Session,
  command: DecideCommand,
  seen: SeenComment,
  comment: LockedComment,
  item: LockedItem | null,
): Promise<Happening | null> {
  const { status, revision } = comment;
  if (status === 'deleted' || status === 'pending') return whyNotWaiting(status, null);
  if (revision !== seen.revision) {
    return { code: 'CHANGED', by: null, action: null, at: null, version: null };
  }
  if (item !== null) return objectionTo(command, item, item, comment);
  if (status !== RESULT[command.action]) return null;
  const [latest] = await session.query<LatestRow>(sql.LATEST_DECISIONS, [
    [comment.siteId],
    [comment.commentId],
  ]);
  return latest === undefined ? whyNotWaiting(status, null) : happeningOf(latest);
}
