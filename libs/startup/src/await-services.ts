import { type Config, requireDatabaseUrl } from '#config';
import { Redis } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from './explain-failure.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 250;

/** SQLSTATE: the database system is starting up or shutting down; all others are answers, and final. */
const NOT_YET = new Set(['57P03', '57P01', '53300']);

/**
 * Waits until Postgres and, if it is configured, Redis answer: queues that are made while their
 * server is down never recover.
 * @throws StartupError when one does not answer within 10 s, or the driver's error when it refuses us.
 */
export async function awaitServices(config: Config): Promise<void> {
  const databaseUrl = requireDatabaseUrl(config);
  await patiently(
    () => tryPostgres(databaseUrl),
    `PostgreSQL does not answer at ${hostOf(databaseUrl)}; start it, or correct DATABASE_URL.`,
  );
  const redisUrl = config.REDIS_URL;
  if (redisUrl === undefined) return;
  await patiently(
    () => tryRedis(redisUrl),
    `Redis does not answer at ${hostOf(redisUrl)}; start it, or correct REDIS_URL.`,
  );
}

async function patiently(attempt: () => Promise<void>, silence: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (error instanceof StartupError) throw error;
      const { code } = error as { code?: string };
      const answered =
        code !== undefined &&
        /^[0-9A-Z]{5}$/.test(code) &&
        !NOT_YET.has(code) &&
        !code.startsWith('E');
      if (answered) throw error;
      if (performance.now() > end) throw new StartupError(silence);
      await delay(PAUSE_MS);
    }
  }
}

async function tryPostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::integer AS version`,
    );
    if ((rows[0]?.version ?? 0) < 140_000) {
      throw new StartupError(
        'PostgreSQL 14 or later is needed; DATABASE_URL leads to an older one.',
      );
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function tryRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 3000,
  });
  // A refused password is told here alone: what rejects says no more than that the connection closed.
  let told = '';
  redis.on('error', ({ message }: Error) => (told += message));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    if (/NOAUTH|WRONGPASS|ERR AUTH/.test(`${told} ${(error as Error).message}`)) {
      throw new StartupError('Redis refuses the password in REDIS_URL; correct it.');
    }
    throw error;
  } finally {
    redis.disconnect();
  }
}

/** Host and port alone: the rest of the URL may hold a password. */
function hostOf(url: string): string {
  return new URL(url).host;
}
