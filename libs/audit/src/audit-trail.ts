import type { Actor, AuditEntry } from '#contract';
import type { Session, Statement } from '#database';
import { v7 as uuidv7 } from 'uuid';

/** Something that was done, other than moving a comment: that is told by its decision. */
export interface AuditEvent {
  siteId: string;
  actor: Actor;
  /** The moderator's id; `null` for everybody else. */
  actorId: string | null;
  /** As in `author.banned`. */
  action: string;
  subject: AuditEntry['subject'];
  /** What it was and what it became: settings and numbers, never the text of a comment. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  note?: string | null;
  policyVersion?: number | null;
}

const RECORD: Statement = {
  name: 'audit.record',
  text: `
    INSERT INTO audit_events (site_id, id, actor, actor_id, action, subject_type, subject_id, before,
      after, note, policy_version)
    SELECT site_id, id, actor, actor_id, action, subject_type, subject_id, before::jsonb,
      after::jsonb, note, policy_version
    FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::text[], $11::integer[])
      AS event (site_id, id, actor, actor_id, action, subject_type, subject_id, before, after, note,
        policy_version)`,
};

/** What was done, written once and never changed: the table refuses it. */
export const AuditTrail = {
  /** Writes what was done, in the transaction in which it is done. */
  async record(session: Session, events: readonly AuditEvent[]): Promise<void> {
    if (events.length === 0) return;
    await session.execute(RECORD, [
      events.map(({ siteId }) => siteId),
      events.map(() => uuidv7()),
      events.map(({ actor }) => actor),
      events.map(({ actorId }) => actorId),
      events.map(({ action }) => action),
      events.map(({ subject }) => subject.type),
      events.map(({ subject }) => subject.id),
      events.map(({ before }) => before && JSON.stringify(before)),
      events.map(({ after }) => after && JSON.stringify(after)),
      events.map(({ note }) => note ?? null),
      events.map(({ policyVersion }) => policyVersion ?? null),
    ]);
  },
};
