import { createHash, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import pg from 'pg';
import { firstSiteId } from './moderators.js';
import type { TestService } from './service.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** A key for other systems' clients that is an integration key of a site, the service's first one unless told otherwise. */
export async function integrationKey(
  service: Pick<TestService, 'app' | 'keys' | 'database'>,
  siteId?: string,
): Promise<string> {
  const letters = Array.from({ length: 32 }, () => LETTERS[randomInt(LETTERS.length)]);
  const key = `mk-${letters.join('')}`;
  const hash = createHash('sha256').update(key).digest();
  const client = new pg.Client({ connectionString: service.database.url });
  await client.connect();
  try {
    await client.query(
      'INSERT INTO integration_keys (id, site_id, name, key_hash, hint) VALUES ($1, $2, $3, $4, $5)',
      [uuidv7(), siteId ?? (await firstSiteId(service)), 'A test', hash, key.slice(-4)],
    );
  } finally {
    await client.end();
  }
  return key;
}
