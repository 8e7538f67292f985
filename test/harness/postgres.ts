import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { migrateQueue } from '#queues';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of a test file's own. */
export interface TestDatabase {
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

export interface CreateDatabaseOptions {
  /** Without tables, for tests of the migrations themselves. */
  empty?: boolean;
}

const TEMPLATE = 'moderato_template';
/** Any number: one maker of the template at a time. */
const TEMPLATE_LOCK = 7_420_001;

/** A new database on the run's Postgres with all migrations run, copied from a template that is made once. */
export async function createDatabase({
  empty = false,
}: CreateDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  if (!empty) await onServer(ensureTemplate);
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name} ${empty ? '' : `TEMPLATE ${TEMPLATE}`}`);
  });
  return { url: urlOf(name), drop: () => onServer((client) => dropDatabase(client, name)) };
}

/** What brings an empty database to the newest schema. */
async function migrateTemplate(url: string): Promise<void> {
  await migrate(url);
  await migrateQueue(url);
}

/** Made under another name and renamed, so that a failed migration leaves no half template. */
async function ensureTemplate(client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
  if (rowCount) return;
  const draft = `${TEMPLATE}_draft`;
  await dropDatabase(client, draft);
  await client.query(`CREATE DATABASE ${draft}`);
  await migrateTemplate(urlOf(draft));
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${TEMPLATE}`);
}

async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${database}`;
  return url.href;
}
