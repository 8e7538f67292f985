import type { CommentStatus, ReviewAction, ReviewKind } from '#contract';
import type { Session } from '#database';
import { v7 as uuidv7 } from 'uuid';
import type { LockedComment, Move, NewReview, ReopenedReview } from './move.js';
import * as sql from './review-items.sql.js';

type Opening = Pick<Move, 'comment' | 'revision' | 'reason' | 'details' | 'policyVersion'> & {
  review: NewReview;
};

/** What is known of an item that nobody said more about. */
function plainReview(kind: ReviewKind): NewReview {
  return { kind, label: null, score: null, headStartSeconds: 0, language: null };
}

/** Opens an item for a comment that stays where it is, as when its author appeals. The comment must be locked. */
export async function openReview(
  session: Session,
  comment: LockedComment,
  review: NewReview,
): Promise<void> {
  const { revision } = comment;
  await openItems(session, [
    { comment, revision, reason: 'APPEALED', details: {}, policyVersion: null, review },
  ]);
}

/** Closes, opens and reopens the items of moved comments; in this order, for a comment has one open item at most. */
export async function moveItems(session: Session, moves: Move[]): Promise<void> {
  const reopened = moves.flatMap(({ comment, reopens }) =>
    reopens === undefined ? [] : [{ comment, reopens }],
  );
  const held = moves.filter(({ to, reopens }) => to === 'held' && reopens === undefined);
  await Promise.all([
    // A comment that is pending waits for its checks and for nobody else.
    closeItems(
      session,
      moves.filter(({ comment }) => comment.status !== 'pending'),
    ),
    openItems(session, held.map(openingOf)),
    reopenItems(session, reopened),
  ]);
}

function openingOf(move: Move): Opening {
  const review = move.review ?? plainReview(move.actor === 'report' ? 'reported' : 'held');
  return { ...move, review };
}

const ACTIONS: Partial<Record<CommentStatus, ReviewAction>> = {
  published: 'approve',
  rejected: 'reject',
};

async function closeItems(session: Session, moves: Move[]): Promise<void> {
  if (moves.length === 0) return;
  const decided = ({ actor, reopens }: Move): boolean =>
    actor === 'moderator' && reopens === undefined;
  await session.execute(sql.CLOSE_ITEMS, [
    moves.map(({ comment }) => comment.siteId),
    moves.map(({ comment }) => comment.commentId),
    moves.map((move) => (decided(move) ? (ACTIONS[move.to] ?? null) : null)),
    moves.map((move) => (decided(move) ? move.actorId : null)),
    moves.map((move) => (decided(move) ? (move.batchId ?? null) : null)),
  ]);
}

async function openItems(session: Session, openings: Opening[]): Promise<void> {
  if (openings.length === 0) return;
  await session.execute(sql.OPEN_ITEMS, [
    openings.map(({ comment }) => comment.siteId),
    openings.map(() => uuidv7()),
    openings.map(({ comment }) => comment.commentId),
    openings.map(({ revision }) => revision),
    openings.map(({ review }) => review.kind),
    openings.map(({ reason }) => reason),
    openings.map(({ details }) => JSON.stringify(details)),
    openings.map(({ policyVersion }) => policyVersion),
    openings.map(({ review }) => review.headStartSeconds),
    openings.map(({ review }) => review.label),
    openings.map(({ review }) => review.score),
    openings.map(({ review }) => review.language),
  ]);
}

async function reopenItems(
  session: Session,
  items: { comment: LockedComment; reopens: ReopenedReview }[],
): Promise<void> {
  if (items.length === 0) return;
  await session.execute(sql.REOPEN_ITEMS, [
    items.map(({ comment }) => comment.siteId),
    items.map(({ reopens }) => reopens.itemId),
    items.map(({ comment }) => comment.commentId),
    items.map(({ reopens }) => reopens.moderatorId),
    items.map(({ reopens }) => reopens.claimSeconds),
  ]);
}
