import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectionUrl, DATABASE } from './connection-file.js';
import { EmbeddedPostgresError } from './embedded-postgres.error.js';
import { systemCode } from './folder-errors.js';
import type { Postmaster } from './postmaster.js';

const POLL_MS = 15;
const SILENCE_MS = 60_000;
const NEWS_MS = 10_000;
const STARTING_UP = '57P03';
const WRONG_PASSWORD = new Set(['28P01', '28000']);

/**
 * Tries to log in until the server answers, and makes the database when it is missing; false when the
 * server ended instead. Recovery after a crash may take as long as it needs.
 */
export async function answers(
  postmaster: Postmaster,
  port: number,
  password: string,
  log: (line: string) => void,
): Promise<boolean> {
  let heard = Date.now();
  let news = Date.now();
  while (!postmaster.exit) {
    const refusal = await logIn(connectionUrl(port, password, 'postgres'));
    if (refusal === undefined) return true;
    if (WRONG_PASSWORD.has(refusal)) throw wrongPassword();
    if (refusal === STARTING_UP) heard = Date.now();
    if (Date.now() - heard > SILENCE_MS) throw silent(refusal);
    if (Date.now() - news > NEWS_MS) {
      log('Postgres is still recovering after its last end.');
      news = Date.now();
    }
    await sleep(POLL_MS);
  }
  return false;
}

/** Undefined when it worked, else the code of the refusal. */
async function logIn(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await ensureDatabase(client);
    return undefined;
  } catch (error) {
    return systemCode(error) ?? String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(DATABASE)}`);
}

function wrongPassword(): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'PASSWORD_LOST',
    'Postgres refuses the password that is kept with its data: restore the data folder as a whole from a copy, or name another one.',
  );
}

function silent(refusal: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'START_FAILED',
    `Postgres runs but does not answer for ${SILENCE_MS / 1000} s (${refusal}): see postgres.log in the data folder.`,
  );
}
