import type { Actor, ReviewRejection } from '#contract';
import type { Session, Statement } from '#database';
import { explainDecision } from '#moderation';
import type { CommentRef } from '#transitions';
import { moderatorName } from '../moderator-name.js';

/** The latest rejection of each comment before its item was opened, looked up one by one. */
export const REJECTIONS: Statement = {
  name: 'reviews.rejections',
  text: `
    SELECT wanted.comment_id, decision.actor, decision.reason, decision.details, decision.created_at,
      moderator.id AS moderator_id, moderator.name AS moderator_name,
      canned.id AS reason_id, canned.title AS reason_title
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS wanted (site_id, comment_id, opened_at)
    CROSS JOIN LATERAL (
      SELECT site_id, actor, actor_id, reason, details, batch_id, created_at FROM decisions
      WHERE site_id = wanted.site_id AND comment_id = wanted.comment_id
        AND to_status = 'rejected' AND created_at <= wanted.opened_at
      ORDER BY id DESC
      LIMIT 1
    ) AS decision
    LEFT JOIN LATERAL (
      SELECT id, name FROM moderators
      WHERE id = CASE WHEN decision.actor = 'moderator' THEN decision.actor_id::uuid END
      LIMIT 1
    ) AS moderator ON true
    LEFT JOIN LATERAL (
      SELECT reason.id, reason.title
      FROM decision_batches AS batch
      JOIN reject_reasons AS reason ON reason.site_id = batch.site_id AND reason.id = batch.reason_id
      WHERE batch.site_id = decision.site_id AND batch.id = decision.batch_id
      LIMIT 1
    ) AS canned ON true`,
};

interface RejectionRow {
  comment_id: string;
  actor: Actor;
  reason: string;
  details: Record<string, string | number>;
  created_at: Date;
  moderator_id: string | null;
  moderator_name: string | null;
  reason_id: string | null;
  reason_title: string | null;
}

/** A comment that was rejected, and when its author appealed. */
export interface AppealedComment extends CommentRef {
  openedAt: Date;
}

/** What appeals are against, by the comments' ids. */
export async function readRejections(
  session: Session,
  comments: readonly AppealedComment[],
): Promise<Map<string, ReviewRejection>> {
  if (comments.length === 0) return new Map();
  const rows = await session.query<RejectionRow>(REJECTIONS, [
    comments.map(({ siteId }) => siteId),
    comments.map(({ commentId }) => commentId),
    comments.map(({ openedAt }) => openedAt),
  ]);
  return new Map(rows.map((row) => [row.comment_id, rejectionOf(row)]));
}

function rejectionOf(row: RejectionRow): ReviewRejection {
  const { reason_id: reasonId, reason_title: title } = row;
  return {
    actor: row.actor,
    by: moderatorName(row.moderator_id, row.moderator_name),
    rejectReason: reasonId === null || title === null ? null : { id: reasonId, title },
    reason: row.reason,
    details: row.details,
    explanation: explainDecision(row, [], null),
    at: row.created_at.toISOString(),
  };
}
