import { createHash } from 'node:crypto';
import pg from 'pg';

const KEY = `mk-${'bench'.padEnd(32, 'a')}`;

/** Gives the first site a key for other systems' clients. */
export async function makeIntegrationKey(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO integration_keys (id, site_id, name, key_hash, hint)
       SELECT gen_random_uuid(), id, 'Bench', $1, $2 FROM sites LIMIT 1`,
      [createHash('sha256').update(KEY).digest(), KEY.slice(-4)],
    );
  } finally {
    await client.end();
  }
  return KEY;
}
