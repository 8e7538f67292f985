import type { DecideResult, ReviewAction, ReviewConflict, ReviewKind } from '#contract';
import type { Session } from '#database';
import { type CommentRef, lockComments, type LockedComment, moveComments } from '#transitions';
import { resolveReports } from '#reports';
import { v7 as uuidv7 } from 'uuid';
import type { DecideCommand, SeenItem } from './command.js';
import { conflictOf, type Happening, whyNotWaiting } from './conflicts.js';
import { SETTLE } from '../claims/claims.sql.js';
import { moderatorName } from '../moderator-name.js';
import * as sql from './decide.sql.js';
import { decisionMove } from './decision-move.js';

type Part = Pick<DecideResult, 'decided' | 'conflicts'>;

export interface LocatedRow {
  site_id: string;
  id: string;
  comment_id: string;
}

/** An item as it is while the transaction holds it and its comment. */
export interface LockedItem extends LocatedRow {
  version: number;
  revision: number;
  kind: ReviewKind;
  closed_at: Date | null;
  action: ReviewAction | null;
  decided_by: string | null;
  decided_name: string | null;
  claimed_by: string | null;
  claimed_name: string | null;
  claimed_until: Date | null;
  claimed: boolean | null;
}

/** Locks comments and then their items, as everybody does who needs both. */
export async function lockItems(
  session: Session,
  located: readonly LocatedRow[],
): Promise<{ items: Map<string, LockedItem>; comments: Map<string, LockedComment> }> {
  const refs = located.map((row): CommentRef => ({
    siteId: row.site_id,
    commentId: row.comment_id,
  }));
  const [comments, items] = await Promise.all([
    lockComments(session, refs),
    session.query<LockedItem>(sql.LOCK_ITEMS, [
      located.map((row) => row.site_id),
      located.map(({ id }) => id),
    ]),
  ]);
  return {
    items: new Map(items.map((item) => [item.id, item])),
    comments: new Map(comments.map((comment) => [comment.commentId, comment])),
  };
}

/**
 * Decides items in one transaction: each on condition that it is still open, unchanged and nobody
 * else's; the others come back as conflicts. All rows are held while the conditions are looked at.
 */
export async function decidePart(
  session: Session,
  command: DecideCommand,
  batchId: string,
  { located, seen }: { located: readonly LocatedRow[]; seen: readonly SeenItem[] },
): Promise<Part> {
  const { items, comments } = await lockItems(session, located);
  const conflicts: ReviewConflict[] = [];
  const ready: { item: LockedItem; comment: LockedComment }[] = [];
  for (const one of seen) {
    const item = items.get(one.id);
    const comment = comments.get(item?.comment_id ?? '');
    const happened = objectionTo(command, one, item, comment);
    if (happened !== null) conflicts.push(conflictOf(one.id, happened));
    else if (item !== undefined && comment !== undefined) ready.push({ item, comment });
  }
  await writeDecisions(
    session,
    command,
    batchId,
    ready.map(({ comment }) => comment),
  );
  await session.execute(SETTLE, [
    command.by.id,
    ready.map(({ item }) => item.site_id),
    ready.map(({ item }) => item.id),
  ]);
  const status = command.action === 'approve' ? 'published' : 'rejected';
  const decided = ready.map(
    ({ item: { id, version } }) => ({ id, version: version + 1, status }) as const,
  );
  return { decided, conflicts };
}

/** What speaks against a decision, as its maker is told; `null` when nothing does. */
export function objectionTo(
  { by }: Pick<DecideCommand, 'by'>,
  seen: SeenItem,
  item: LockedItem | undefined,
  comment: LockedComment | undefined,
): Happening | null {
  if (item === undefined || comment === undefined) {
    return { code: 'GONE', by: null, action: null, at: null, version: null };
  }
  const { version } = item;
  if (item.closed_at !== null) {
    if (item.action === null) return { ...whyNotWaiting(comment.status, item.closed_at), version };
    const { action, closed_at: at } = item;
    return {
      code: 'DECIDED',
      by: moderatorName(item.decided_by, item.decided_name),
      action,
      at,
      version,
    };
  }
  if (item.claimed === true && item.claimed_by !== by.id) {
    const claimer = moderatorName(item.claimed_by, item.claimed_name);
    return { code: 'CLAIMED', by: claimer, action: null, at: null, version };
  }
  if (version !== seen.version || item.revision !== comment.revision) {
    return { code: 'CHANGED', by: null, action: null, at: null, version };
  }
  return null;
}

/** Moves locked comments with all that belongs to it: the bulk, the notes, what became of the reports. */
export async function writeDecisions(
  session: Session,
  command: DecideCommand,
  batchId: string,
  comments: readonly LockedComment[],
): Promise<void> {
  if (comments.length === 0) return;
  const { action, by, note, reasonId } = command;
  const sites = [...new Set(comments.map(({ siteId }) => siteId))];
  const outcome = action === 'approve' ? 'wrong' : 'right';
  await moveComments(
    session,
    comments.map((comment) => decisionMove(command, batchId, comment)),
  );
  await session.execute(sql.ADD_BATCH, [sites, batchId, by.id, action, reasonId]);
  await resolveReports(
    session,
    comments.map(({ siteId, commentId }) => ({ siteId, commentId, outcome })),
  );
  if (note === null) return;
  await session.execute(sql.ADD_NOTES, [
    comments.map(({ siteId }) => siteId),
    comments.map(() => uuidv7()),
    comments.map(({ commentId }) => commentId),
    batchId,
    by.id,
    note,
  ]);
}
