import type { Actor, ModeratorName } from '#contract';
import { momentOf, type Session, type Statement } from '#database';

/** More than anybody reads; what is older stands in the trail itself. */
const MOST = 100;

/** What was done to one subject by these actions, newest first, with the moderator's name. */
export const SUBJECT_EVENTS: Statement = {
  name: 'audit.subject-events',
  text: `
    SELECT event.id, event.action, event.actor, event.actor_id, moderator.name AS moderator_name
    FROM (
      SELECT id, action, actor, actor_id FROM audit_events
      WHERE site_id = $1 AND subject_id = $2 AND action = ANY ($3::text[])
      ORDER BY id DESC
      LIMIT ${MOST}
    ) AS event
    LEFT JOIN moderators AS moderator
      ON moderator.id = CASE WHEN event.actor = 'moderator' THEN event.actor_id::uuid END
    ORDER BY event.id DESC`,
};

interface EventRow {
  id: string;
  action: string;
  actor: Actor;
  actor_id: string | null;
  moderator_name: string | null;
}

/** One line of the trail, as far as the page of its subject tells it. */
export interface SubjectEvent {
  id: string;
  action: string;
  actor: Actor;
  by: ModeratorName | null;
  /** ISO 8601. */
  at: string;
}

/** What was done to one subject by these actions, newest first, a hundred at most. */
export async function readSubjectEvents(
  session: Session,
  siteId: string,
  subjectId: string,
  actions: readonly string[],
): Promise<SubjectEvent[]> {
  const rows = await session.query<EventRow>(SUBJECT_EVENTS, [siteId, subjectId, actions]);
  return rows.map(({ id, action, actor, actor_id: actorId, moderator_name: name }) => ({
    ...{ id, action, actor },
    by: actor === 'moderator' && actorId !== null ? { id: actorId, name: name ?? '' } : null,
    at: momentOf(id).toISOString(),
  }));
}
