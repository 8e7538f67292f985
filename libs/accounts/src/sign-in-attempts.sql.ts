import type { Statement } from '#database';

/**
 * Counts an attempt as failed before it is tried, so that many at once are no more guesses than one
 * after the other. No row comes back while the key is locked.
 * $2 failures are free; from then on a pause of $3 seconds, twice as long each time, up to $4.
 */
export const COUNT: Statement = {
  name: 'sign-in-attempts.count',
  text: `
    INSERT INTO sign_in_failures AS known (key, failures) VALUES ($1, 1)
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN known.last_failed_at < now() - interval '1 day' THEN 1
        ELSE known.failures + 1 END,
      locked_until = CASE
        WHEN known.last_failed_at < now() - interval '1 day' OR known.failures + 1 < $2::integer
          THEN NULL
        ELSE now() + interval '1 second'
          * least($3::integer * 2 ^ least(known.failures + 1 - $2::integer, 20), $4::integer) END,
      last_failed_at = now()
    WHERE known.locked_until IS NULL OR known.locked_until <= now()
    RETURNING key`,
};

export const LOCKED_FOR: Statement = {
  name: 'sign-in-attempts.locked-for',
  text: `
    SELECT ceil(extract(epoch FROM max(locked_until) - now()))::integer AS seconds
    FROM sign_in_failures WHERE key = ANY($1) AND locked_until > now()`,
};

/** The attempt was none: the account's failures are forgotten, and the address gets this one back. */
export const SUCCEEDED: Statement = {
  name: 'sign-in-attempts.succeeded',
  text: `
    WITH swept AS (DELETE FROM sign_in_failures WHERE last_failed_at < now() - interval '1 day'),
    cleared AS (DELETE FROM sign_in_failures WHERE key = ANY($1::bytea[]))
    UPDATE sign_in_failures SET failures = greatest(failures - 1, 0), locked_until = NULL
    WHERE key = $2`,
};
