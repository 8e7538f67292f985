import type { Statement } from '#database';

/** Whether marks are stuck in the outbox: then the queue is down, and handing in again would only add to them. */
export const STUCK: Statement = {
  name: 'sweeper.stuck',
  text: `
    SELECT EXISTS (
      SELECT FROM (SELECT created_at FROM outbox WHERE topic = 'moderate' ORDER BY id LIMIT 1) AS oldest
      WHERE created_at < now() - $1 * interval '1 millisecond'
    ) AS stuck`,
};

/** Hands comments in again that are pending for too long; each time it waits twice as long for the next. */
export const SWEEP: Statement = {
  name: 'sweeper.sweep',
  text: `
    WITH late AS (
      SELECT site_id, id FROM comments
      WHERE status = 'pending' AND sweep_at < now() AND sweeps < $2
      ORDER BY sweep_at
      LIMIT 500
      FOR NO KEY UPDATE SKIP LOCKED
    ),
    swept AS (
      UPDATE comments AS comment
      SET sweeps = comment.sweeps + 1,
        sweep_at = now() + $1 * 2 ^ comment.sweeps * interval '1 millisecond'
      FROM late
      WHERE comment.site_id = late.site_id AND comment.id = late.id
      RETURNING comment.site_id, comment.id, comment.revision
    )
    INSERT INTO outbox (topic, site_id, comment_id, revision)
    SELECT 'moderate', site_id, id, revision FROM swept`,
};

/** Comments that were handed in again and again and never came back with a verdict. */
export const GIVEN_UP: Statement = {
  name: 'sweeper.given-up',
  text: `
    SELECT site_id, id FROM comments
    WHERE status = 'pending' AND sweep_at < now() AND sweeps >= $1
    LIMIT 100`,
};

/** Hands in published comments whose checks could not run; `$2` is the longest pause, in seconds. */
export const RECHECK: Statement = {
  name: 'sweeper.recheck',
  text: `
    WITH due AS (
      SELECT site_id, id FROM comments
      WHERE recheck_at < now() AND status = 'published'
      ORDER BY recheck_at
      LIMIT 500
      FOR NO KEY UPDATE SKIP LOCKED
    ),
    again AS (
      UPDATE comments AS comment
      SET rechecks = comment.rechecks + 1,
        recheck_at = now() + least($1 * 2 ^ least(comment.rechecks + 1, 20), $2) * interval '1 second'
      FROM due
      WHERE comment.site_id = due.site_id AND comment.id = due.id
      RETURNING comment.site_id, comment.id, comment.revision, comment.rechecks
    )
    INSERT INTO outbox (topic, site_id, comment_id, revision, attempt)
    SELECT 'moderate', site_id, id, revision, rechecks FROM again`,
};

export const FORGET_KEYS: Statement = {
  name: 'sweeper.forget-keys',
  text: `
    DELETE FROM idempotency_keys
    WHERE (site_id, key) IN (
      SELECT site_id, key FROM idempotency_keys
      WHERE created_at < now() - $1 * interval '1 hour'
      ORDER BY created_at
      LIMIT 5000
    )`,
};
