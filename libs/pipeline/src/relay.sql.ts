import type { Statement } from '#database';

/** Takes marks out of the outbox. They are gone when the transaction commits, and back if it does not. */
export const TAKE: Statement = {
  name: 'relay.take',
  text: `
    DELETE FROM outbox
    WHERE topic = $1 AND id IN (
      SELECT id FROM outbox WHERE topic = $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
    )
    RETURNING site_id, comment_id, revision, attempt`,
};

/** Tells every process which comments have a new status; delivered when the transaction commits. */
export const ANNOUNCE: Statement = {
  name: 'relay.announce',
  text: `SELECT pg_notify('moderato_status', $1)`,
};
