import type { CommentStatus, ReviewConflict, UndoResult } from '#contract';
import type { Session } from '#database';
import { resolveReports } from '#reports';
import { lockComments, type LockedComment, moveComments } from '#transitions';
import { conflictOf, whyNotWaiting } from './conflicts.js';
import { LATEST_DECISIONS } from './decide.sql.js';
import { undoMove } from './decision-move.js';
import { happeningOf, type LatestRow } from './latest-decisions.js';
import * as sql from './undo.sql.js';

/** A decision of the bulk. */
export interface MadeDecision {
  site_id: string;
  id: string;
  comment_id: string;
  from_status: CommentStatus;
  to_status: CommentStatus;
  item_id: string | null;
}

interface Undo {
  moderatorId: string;
  batchId: string;
  claimSeconds: number;
}

interface Ready {
  made: MadeDecision;
  comment: LockedComment;
}

/** Takes decisions back in one transaction, each on condition that it is still the latest about its comment. */
export async function undoPart(
  session: Session,
  undo: Undo,
  part: readonly MadeDecision[],
): Promise<UndoResult> {
  const { ready, conflicts } = await settle(session, part);
  await moveComments(
    session,
    ready.map(({ made, comment }) =>
      undoMove(undo, comment, made.from_status, reopening(made, undo)),
    ),
  );
  await resolveReports(
    session,
    ready.map(({ comment: { siteId, commentId } }) => ({ siteId, commentId, outcome: null })),
  );
  const versions = await readVersions(session, ready);
  const restored = ready.map(({ made, comment }) => ({
    id: made.item_id ?? made.comment_id,
    version: versions.get(made.item_id ?? '') ?? comment.revision,
    status: made.from_status,
  }));
  return { restored, conflicts };
}

function reopening({ item_id: itemId }: MadeDecision, { moderatorId, claimSeconds }: Undo) {
  return itemId === null ? null : { itemId, moderatorId, claimSeconds };
}

/** Holds the comments and tells apart what nobody has touched since. */
async function settle(
  session: Session,
  part: readonly MadeDecision[],
): Promise<{ ready: Ready[]; conflicts: ReviewConflict[] }> {
  const columns = [part.map((made) => made.site_id), part.map((made) => made.comment_id)];
  const [comments, latest] = await Promise.all([
    lockComments(
      session,
      part.map((made) => ({ siteId: made.site_id, commentId: made.comment_id })),
    ),
    session.query<LatestRow>(LATEST_DECISIONS, columns),
  ]);
  const commentOf = new Map(comments.map((comment) => [comment.commentId, comment]));
  const latestOf = new Map(latest.map((row) => [row.comment_id, row]));
  const ready: Ready[] = [];
  const conflicts: ReviewConflict[] = [];
  for (const made of part) {
    const comment = commentOf.get(made.comment_id);
    const last = latestOf.get(made.comment_id);
    if (comment !== undefined && last?.id === made.id) ready.push({ made, comment });
    else {
      const happened = last === undefined ? whyNotWaiting('deleted', null) : happeningOf(last);
      conflicts.push(conflictOf(made.item_id ?? made.comment_id, happened));
    }
  }
  return { ready, conflicts };
}

async function readVersions(session: Session, ready: Ready[]): Promise<Map<string, number>> {
  const withItem = ready.filter(({ made }) => made.item_id !== null);
  if (withItem.length === 0) return new Map();
  const rows = await session.query<{ id: string; version: number }>(sql.VERSIONS, [
    withItem.map(({ made }) => made.site_id),
    withItem.map(({ made }) => made.item_id),
  ]);
  return new Map(rows.map(({ id, version }) => [id, version]));
}
