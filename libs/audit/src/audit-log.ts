import type { Actor, AuditEntry, AuditPage, CommentStatus } from '#contract';
import { momentOf, type Session } from '#database';
import { type AuditFilter, MOVE_ACTIONS } from './audit-filter.js';
import { trailPage } from './audit.sql.js';

interface EntryRow {
  site_id: string;
  id: string;
  actor: Actor;
  actor_id: string | null;
  /** `null` for a move of a comment, which has its statuses instead. */
  action: string | null;
  subject_type: AuditEntry['subject']['type'];
  subject_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  note: string | null;
  policy_version: number | null;
  model_version_seen: string | null;
  from_status: CommentStatus | null;
  to_status: CommentStatus | null;
  revision: number | null;
  moderator_name: string | null;
  reject_reason: string | null;
}

/** One page of the trail, newest first; `behind` is the id that the page before gave as `next`. */
export async function readAudit(
  session: Session,
  filter: AuditFilter,
  behind: string | null,
  limit: number,
): Promise<AuditPage> {
  // One more than is shown tells whether there is a next page.
  const { statement, values } = trailPage(filter, behind, limit + 1);
  const rows = await session.query<EntryRow>(statement, values);
  const entries = rows.slice(0, limit).map(entryOf);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

function entryOf(row: EntryRow): AuditEntry {
  const isModerator = row.actor === 'moderator' && row.actor_id !== null;
  return {
    id: row.id,
    site: row.site_id,
    at: momentOf(row.id).toISOString(),
    actor: row.actor,
    by: isModerator ? { id: row.actor_id ?? '', name: row.moderator_name ?? '' } : null,
    ...changeOf(row),
    subject: { type: row.subject_type, id: row.subject_id },
    reason: row.reason,
    note: row.note,
    policyVersion: row.policy_version,
    modelVersion: row.model_version_seen,
  };
}

function changeOf(row: EntryRow): Pick<AuditEntry, 'action' | 'before' | 'after'> {
  const { action, before, after, from_status: from, to_status: to, revision } = row;
  if (to === null) return { action: action ?? '', before, after };
  const rejectReason = row.reject_reason === null ? {} : { rejectReason: row.reject_reason };
  return {
    action: MOVE_ACTIONS[to],
    before: { status: from },
    after: { status: to, revision, ...rejectReason },
  };
}
