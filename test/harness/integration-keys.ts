import { createHash, randomUUID } from 'node:crypto';

/** Runs one statement of SQL. */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown>;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An integration key of a site, put into its table without the API, and known to nobody but the test. */
export async function issueTestKey(sql: RunSql, siteId: string): Promise<string> {
  const id = randomUUID();
  const letters = [...createHash('sha256').update(id).digest()].map((byte) => ALPHABET[byte % 32]);
  const key = `mk-${letters.join('')}`;
  await sql(
    `INSERT INTO integration_keys (id, site_id, name, key_hash, hint)
    VALUES ($1, $2, 'A test''s', $3, $4)`,
    [id, siteId, createHash('sha256').update(key).digest(), key.slice(-4)],
  );
  return key;
}
