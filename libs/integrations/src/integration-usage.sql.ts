import type { Statement } from '#database';

const MONTH = `date_trunc('month', now() AT TIME ZONE 'UTC')::date`;

/** Adds what was counted of keys; of one that is gone nothing. In one order, so that processes do not wait in a circle. */
export const ADD: Statement = {
  name: 'integration-usage.add',
  text: `
    INSERT INTO integration_usage AS usage (key_id, month, checks)
    SELECT counted.key_id, ${MONTH}, counted.checks
    FROM unnest($1::uuid[], $2::bigint[]) AS counted (key_id, checks)
    JOIN integration_keys ON integration_keys.id = counted.key_id
    ORDER BY counted.key_id
    ON CONFLICT (key_id, month) DO UPDATE SET checks = usage.checks + excluded.checks`,
};

export const READ: Statement = {
  name: 'integration-usage.read',
  text: `SELECT checks FROM integration_usage WHERE key_id = $1 AND month = ${MONTH}`,
};
