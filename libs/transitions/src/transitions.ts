import type { CommentStatus } from '#contract';
import type { Session } from '#database';
import { canMove } from '#moderation';
import { v7 as uuidv7 } from 'uuid';
import type { CommentRef, LockedComment, Move } from './move.js';
import { moveItems } from './review-items.js';
import * as sql from './transitions.sql.js';

interface LockedRow {
  site_id: string;
  id: string;
  article_id: string;
  status: CommentStatus;
  revision: number;
  rechecks: number;
  created_at: Date;
}

/** Locks the comments with their threads until the transaction ends. Unknown ones are not among the answers. */
export async function lockComments(session: Session, refs: CommentRef[]): Promise<LockedComment[]> {
  const rows = await session.query<LockedRow>(sql.LOCK, columns(refs));
  const wanted = new Set(refs.map(({ siteId, commentId }) => `${siteId}/${commentId}`));
  return rows
    .filter((row) => wanted.has(`${row.site_id}/${row.id}`))
    .map((row) => ({
      siteId: row.site_id,
      commentId: row.id,
      articleId: row.article_id,
      status: row.status,
      revision: row.revision,
      rechecks: row.rechecks,
      createdAt: row.created_at,
    }));
}

/**
 * Moves locked comments: their statuses, the counts of their articles, the decisions, the review
 * items and the announcements change together. The one place where a status changes.
 * @throws Error when an arrow is not in the status table.
 */
export async function moveComments(session: Session, moves: Move[]): Promise<void> {
  if (moves.length === 0) return;
  for (const { comment, to, actor } of moves) {
    if (!canMove(comment.status, to, actor)) {
      throw new Error(`No arrow leads from ${comment.status} to ${to} for ${actor}.`);
    }
  }
  const wasPublished = moves.filter(({ comment }) => comment.status === 'published');
  const isPublished = moves.filter(({ to }) => to === 'published');
  // Sent together, run in this order: what is shown is read before the move and after it.
  const [before, , after] = await Promise.all([
    shown(session, wasPublished),
    move(session, moves),
    shown(session, isPublished),
    record(session, moves),
    moveItems(session, moves),
  ]);
  await changeCounts(session, before, after);
}

async function move(session: Session, moves: Move[]): Promise<void> {
  await session.execute(sql.MOVE, [
    ...columns(moves.map(({ comment }) => comment)),
    moves.map(({ to }) => to),
    moves.map(({ revision }) => revision),
    moves.map(({ recheckAfter }) => recheckAfter),
    moves.map(({ rechecks }) => rechecks),
  ]);
}

interface ShownRow {
  site_id: string;
  article_id: string;
  count: number;
}

async function shown(session: Session, moves: Move[]): Promise<ShownRow[]> {
  if (moves.length === 0) return [];
  return session.query<ShownRow>(sql.SHOWN, columns(moves.map(({ comment }) => comment)));
}

async function changeCounts(
  session: Session,
  before: ShownRow[],
  after: ShownRow[],
): Promise<void> {
  const deltas = new Map<string, ShownRow>();
  const add = (row: ShownRow, sign: 1 | -1): void => {
    const key = `${row.site_id}/${row.article_id}`;
    const delta = deltas.get(key) ?? { ...row, count: 0 };
    deltas.set(key, { ...delta, count: delta.count + sign * row.count });
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  const changed = [...deltas.values()].filter(({ count }) => count !== 0);
  if (changed.length === 0) return;
  const articles = [changed.map((row) => row.site_id), changed.map((row) => row.article_id)];
  await Promise.all([
    session.query(sql.LOCK_ARTICLES, articles),
    session.execute(sql.COUNT, [...articles, changed.map((row) => row.count)]),
  ]);
}

async function record(session: Session, moves: Move[]): Promise<void> {
  await session.execute(sql.RECORD, [
    moves.map(({ comment }) => comment.siteId),
    moves.map(() => uuidv7()),
    moves.map(({ comment }) => comment.commentId),
    moves.map(({ revision }) => revision),
    moves.map(({ comment }) => comment.status),
    moves.map(({ to }) => to),
    moves.map(({ actor }) => actor),
    moves.map(({ actorId }) => actorId),
    moves.map(({ reason }) => reason),
    moves.map(({ details }) => JSON.stringify(details)),
    moves.map(({ findings }) => JSON.stringify(findings)),
    moves.map(({ policyVersion }) => policyVersion),
    moves.map(({ batchId }) => batchId ?? null),
  ]);
}

function columns(refs: CommentRef[]): [string[], string[]] {
  return [refs.map(({ siteId }) => siteId), refs.map(({ commentId }) => commentId)];
}
