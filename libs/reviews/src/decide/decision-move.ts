import type { CommentStatus } from '#contract';
import type { LockedComment, Move, ReopenedReview } from '#transitions';
import type { DecideCommand } from './command.js';

/** The parts of a move that only checks have something to say about. */
const UNCHECKED = {
  actor: 'moderator',
  details: {},
  findings: [],
  policyVersion: null,
  recheckAfter: null,
  rechecks: 0,
} as const satisfies Partial<Move>;

/** The move that a decision makes. */
export function decisionMove(
  { action, by }: Pick<DecideCommand, 'action' | 'by'>,
  batchId: string,
  comment: LockedComment,
): Move {
  const { revision, status } = comment;
  const common = { ...UNCHECKED, findings: [], comment, revision, actorId: by.id, batchId };
  if (action === 'approve') return { ...common, to: 'published', reason: 'MODERATOR_PUBLISHED' };
  const reason = status === 'rejected' ? 'APPEAL_REJECTED' : 'MODERATOR_REJECTED';
  return { ...common, to: 'rejected', reason };
}

/** The move that takes a decision back: where the comment came from, with its item, if it had one. */
export function undoMove(
  { moderatorId, batchId }: { moderatorId: string; batchId: string },
  comment: LockedComment,
  to: CommentStatus,
  reopens: ReopenedReview | null,
): Move {
  const { revision } = comment;
  const common = { ...UNCHECKED, findings: [], comment, revision, actorId: moderatorId, batchId };
  const undo = { ...common, to, reason: 'UNDONE' };
  return reopens === null ? undo : { ...undo, reopens };
}
