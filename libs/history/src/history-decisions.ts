import type { Actor, CommentHistory, CommentStatus, Finding, HistoryDecision } from '#contract';
import { explainDecision } from '#moderation';

export interface DecisionRow {
  id: string;
  revision: number;
  from_status: CommentStatus;
  to_status: CommentStatus;
  actor: Actor;
  actor_id: string | null;
  reason: string;
  details: Record<string, string | number>;
  findings: Finding[];
  policy_version: number | null;
  created_at: Date;
  moderator_name: string | null;
  reason_id: string | null;
  reason_title: string | null;
  /** Whether the bulk that it belongs to was taken back. */
  bulk_undone: boolean;
}

/** The decisions with their sentences, quoting the revision that each was about; newest first, as the rows are. */
export function historyDecisionsOf(
  rows: readonly DecisionRow[],
  revisions: CommentHistory['revisions'],
): HistoryDecision[] {
  const bodies = new Map(revisions.map(({ revision, body }) => [revision, body]));
  return rows.map((row, index) => ({
    id: row.id,
    revision: row.revision,
    from: row.from_status,
    to: row.to_status,
    actor: row.actor,
    reason: row.reason,
    explanation: explainDecision(row, row.findings, bodies.get(row.revision) || null),
    policyVersion: row.policy_version,
    decidedAt: row.created_at.toISOString(),
    by: moderatorOf(row),
    details: row.details,
    rejectReason: rejectReasonOf(row),
    // Of a bulk that is taken back, what others have decided again meanwhile stays as they decided.
    undone: row.bulk_undone && rows[index - 1]?.reason === 'UNDONE',
  }));
}

function moderatorOf({ actor, actor_id: id, moderator_name: name }: DecisionRow) {
  return actor === 'moderator' && id !== null ? { id, name: name ?? '' } : null;
}

function rejectReasonOf({ reason_id: id, reason_title: title }: DecisionRow) {
  return id === null || title === null ? null : { id, title };
}
