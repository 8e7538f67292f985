import type { Statement } from '#database';

/**
 * For each request, takes a token from each of its buckets, or, if one is empty, from none; answers
 * with what was in each before. Rows are locked in one order, so that processes take turns and do not
 * wait for each other in a circle. Of two that make the same bucket at once, one token is forgotten.
 */
export const TAKE: Statement = {
  name: 'limits.take',
  text: `
    WITH wanted AS (
      SELECT * FROM unnest($1::integer[], $2::bytea[], $3::float8[], $4::float8[])
        AS bucket (request, key, token_ms, capacity_ms)
    ),
    locked AS MATERIALIZED (
      SELECT key, full_at FROM rate_limits WHERE key = ANY ($2) ORDER BY key FOR UPDATE
    ),
    state AS (
      SELECT wanted.*,
        greatest(0, coalesce(extract(epoch FROM locked.full_at - now()) * 1000, 0))::float8 AS full_ms
      FROM wanted LEFT JOIN locked USING (key)
    ),
    allowed AS (
      SELECT request FROM state
      GROUP BY request HAVING bool_and(full_ms + token_ms <= capacity_ms + 0.001)
    ),
    taken AS (
      INSERT INTO rate_limits AS bucket (key, full_at)
      SELECT key, now() + (full_ms + token_ms) * interval '1 millisecond'
      FROM state JOIN allowed USING (request)
      ORDER BY key
      ON CONFLICT (key) DO UPDATE SET full_at = greatest(bucket.full_at, excluded.full_at)
    )
    SELECT state.request, encode(state.key, 'hex') AS key, state.full_ms, allowed.request IS NOT NULL AS allowed
    FROM state LEFT JOIN allowed USING (request)`,
};

/** Buckets that are full are as good as none. */
export const FORGET: Statement = {
  name: 'limits.forget',
  text: `DELETE FROM rate_limits WHERE full_at < now() - interval '1 minute'`,
};
