import type { Actor, CommentDecision, CommentDetail, CommentStatus, Finding } from '#contract';
import { explainDecision } from '#moderation';
import { rejectionOf, type RejectionRow } from './rejection.js';

export interface FoundRow extends RejectionRow {
  id: string;
  article: string;
  parent_id: string | null;
  status: CommentStatus;
  shown: boolean;
  revision: number;
  created_at: Date;
  edited_at: Date | null;
  body: string;
  author_name: string | null;
  author_id: string | null;
}

export interface DecisionRow {
  id: string;
  revision: number;
  from_status: CommentStatus;
  to_status: CommentStatus;
  actor: Actor;
  reason: string;
  details: Record<string, string | number>;
  policy_version: number | null;
  created_at: Date;
  findings: Finding[] | null;
}

export function viewOf(row: FoundRow): Omit<CommentDetail, 'decision' | 'findings'> {
  return {
    id: row.id,
    article: row.article,
    parentId: row.parent_id,
    status: row.status,
    shown: row.shown,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    body: row.status === 'deleted' ? null : row.body,
    authorName: row.author_name,
    rejection: rejectionOf(row),
    authorId: row.author_id,
  };
}

/** The text that a decision may quote: as it is now, and of which revision. */
export type QuotedText = Pick<CommentDetail, 'body' | 'revision'>;

export function decisionOf(row: DecisionRow, text: QuotedText): CommentDecision {
  // Edited since: the spans would point at other words.
  const body = text.revision === row.revision ? text.body : null;
  return {
    id: row.id,
    revision: row.revision,
    from: row.from_status,
    to: row.to_status,
    actor: row.actor,
    reason: row.reason,
    explanation: explainDecision(row, findingsOf(row), body),
    policyVersion: row.policy_version,
    decidedAt: row.created_at.toISOString(),
  };
}

export function findingsOf(row: DecisionRow): Finding[] {
  return row.findings ?? [];
}
