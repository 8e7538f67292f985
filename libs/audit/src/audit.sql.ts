import type { CommentStatus } from '#contract';
import { firstIdOf, type Statement } from '#database';
import { type AuditFilter, MOVE_ACTIONS } from './audit-filter.js';

/** Behind every id. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * One page of the trail, newest first: the moves of comments and all other events in the order of
 * their ids. Each branch is read by the index of its narrowest condition and stops after a page.
 * Planned anew each time, without a name: the best index depends on what is asked for.
 */
export function trailPage(
  filter: AuditFilter,
  behind: string | null,
  limit: number,
): { statement: Statement; values: unknown[] } {
  const values: unknown[] = [
    filter.siteIds,
    behind ?? (filter.to === undefined ? LAST_ID : firstIdOf(filter.to)),
    firstIdOf(filter.from ?? new Date(0)),
    limit,
  ];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const who = [
    filter.actor && `AND actor = ${value(filter.actor)}`,
    filter.moderator && `AND actor_id = ${value(filter.moderator)}`,
  ];
  const events = [
    ...who,
    filter.action && `AND action = ${value(filter.action)}`,
    filter.subject && `AND subject_id = ${value(filter.subject)}`,
  ];
  const status = statusOf(filter.action);
  const moves = [
    ...who,
    filter.action && (status ? `AND to_status = ${value(status)}` : 'AND false'),
    filter.subject && subjectIs(filter.subject, value),
  ];
  const text = pageText(moves.filter(Boolean).join(' '), events.filter(Boolean).join(' '));
  return { statement: { name: '', text }, values };
}

function statusOf(action: string | undefined): CommentStatus | undefined {
  const statuses = Object.keys(MOVE_ACTIONS) as CommentStatus[];
  return statuses.find((status) => MOVE_ACTIONS[status] === action);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Sections are subjects too, by their names: what is no id is no comment. */
function subjectIs(subject: string, value: (given: unknown) => string): string {
  return UUID.test(subject) ? `AND comment_id = ${value(subject)}` : 'AND false';
}

const WINDOW = 'site_id = site.id AND id < $2 AND id >= $3';

const pageText = (moves: string, events: string): string => `
  WITH page AS (
    SELECT entry.*
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      (SELECT site_id, id, actor, actor_id, NULL AS action, 'comment' AS subject_type,
        comment_id::text AS subject_id, NULL::jsonb AS before, NULL::jsonb AS after, reason,
        NULL AS note, policy_version, NULL AS model_version, comment_id, batch_id, from_status,
        to_status, revision
      FROM decisions WHERE ${WINDOW} ${moves}
      ORDER BY id DESC LIMIT $4)
      UNION ALL
      (SELECT site_id, id, actor, actor_id, action, subject_type, subject_id, before, after, reason,
        note, policy_version, model_version, NULL, NULL, NULL, NULL, NULL
      FROM audit_events WHERE ${WINDOW} ${events}
      ORDER BY id DESC LIMIT $4)
    ) AS entry
    ORDER BY entry.id DESC
    LIMIT $4
  )
  SELECT page.site_id, page.id, page.actor, page.actor_id, page.action, page.subject_type, page.subject_id,
    page.before, page.after, page.reason, page.policy_version, page.from_status, page.to_status,
    page.revision, moderator.name AS moderator_name, batch.reason_id AS reject_reason,
    -- Read where it is kept, so that deleting the comment erases it here as well.
    coalesce(page.note, (
      SELECT text FROM comment_notes
      WHERE site_id = page.site_id AND comment_id = page.comment_id AND batch_id = page.batch_id
      LIMIT 1
    )) AS note,
    coalesce(page.model_version, (
    SELECT string_agg(DISTINCT model.version, ', ')
    FROM (
      SELECT findings FROM decisions
      WHERE site_id = page.site_id AND comment_id = page.comment_id AND actor = 'check'
        AND id <= page.id
      ORDER BY id DESC LIMIT 1
    ) AS verdict
    CROSS JOIN LATERAL (
      SELECT concat_ws(' ', coalesce(finding -> 'details' ->> 'scorer', finding ->> 'check'),
        coalesce(finding -> 'details' ->> 'scorerVersion', finding ->> 'version')) AS version
      FROM jsonb_array_elements(verdict.findings) AS finding
      WHERE finding -> 'details' ? 'scorer' OR finding ->> 'check' = 'spam-model'
    ) AS model
  )) AS model_version_seen
  FROM page
  LEFT JOIN decision_batches AS batch
    ON batch.site_id = page.site_id AND batch.id = page.batch_id
  LEFT JOIN moderators AS moderator
    ON moderator.id = CASE WHEN page.actor = 'moderator' THEN page.actor_id::uuid END
  ORDER BY page.id DESC`;
