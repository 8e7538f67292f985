import type { Statement } from '#database';

/*
 * Below the oldest transaction that still runs nothing can be written any more: what is read up to
 * there, in the order of transaction and id, is all there is, in whatever order transactions commit.
 */

/** Where a stream begins that asks for nothing of the past. */
export const HEAD: Statement = {
  name: 'reviews.event-head',
  text: `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS tx, '0' AS id`,
};

/** So many are read with one statement. */
export const EVENTS_AT_ONCE = 500;

export const EVENTS: Statement = {
  name: 'reviews.events',
  text: `
    SELECT event.tx::text AS tx, event.id::text AS id, event.site_id, event.kind, event.item_id,
      event.payload, event.moderator_id, moderator.name
    FROM review_events AS event
    LEFT JOIN moderators AS moderator ON moderator.id = event.moderator_id
    WHERE (event.tx, event.id) > ($1::xid8, $2::bigint)
      AND event.tx < pg_snapshot_xmin(pg_current_snapshot())
    ORDER BY event.tx, event.id
    LIMIT ${EVENTS_AT_ONCE}`,
};

/** Whether there are events that an older transaction still holds back. */
export const HELD_BACK: Statement = {
  name: 'reviews.events-held-back',
  text: `
    SELECT EXISTS (
      SELECT FROM review_events WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())
    ) AS waiting`,
};

/**
 * Whether nothing behind the place was forgotten, and the place is one of this database. What is
 * forgotten goes from the oldest on, and never all of it.
 */
export const RESUMABLE: Statement = {
  name: 'reviews.events-resumable',
  text: `
    SELECT $1::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) AND coalesce(
      (
        SELECT id = 1 OR (tx, id) <= ($1::xid8, $2::bigint)
        FROM review_events
        ORDER BY tx, id
        LIMIT 1
      ),
      true
    ) AS resumable`,
};

/** Forgets events from the oldest on, a part at a time; of those that are too old the last one stays. */
export const FORGET: Statement = {
  name: 'reviews.forget-events',
  text: `
    WITH oldest AS MATERIALIZED (
      SELECT tx, id, created_at FROM review_events ORDER BY tx, id LIMIT 5000
    ),
    kept AS (
      SELECT tx, id FROM oldest
      WHERE created_at < now() - $1 * interval '1 hour'
      ORDER BY tx DESC, id DESC
      LIMIT 1
    )
    DELETE FROM review_events AS event
    USING kept
    WHERE (event.tx, event.id) < (kept.tx, kept.id)`,
};
