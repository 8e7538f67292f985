import {
  createPostgresBackend,
  type QueueOptions,
  runMigrations,
  setDefaultBackendFactory,
} from 'bullmq';
import { type Config, requireDatabaseUrl } from '#config';
import pg from 'pg';

type Connection = NonNullable<QueueOptions['connection']>;

/** Each Queue and each Worker opens a pool of its own on Postgres. */
const POSTGRES_POOL = 5;

/**
 * Chooses where BullMQ keeps its jobs: Redis when `REDIS_URL` is set, else Postgres. The choice
 * holds for the process.
 */
function chooseBackend(config: Config): void {
  if (config.REDIS_URL === undefined) setDefaultBackendFactory(createPostgresBackend);
  else setDefaultBackendFactory();
}

function postgresConnection(config: Config): Connection {
  // BullMQ types its connection as Redis options whatever the backend is; this is the boundary.
  return {
    connectionString: requireDatabaseUrl(config),
    max: POSTGRES_POOL,
    application_name: 'moderato queue',
    keepAlive: true,
    options: '-c jit=off',
  };
}

/** How a producer connects: without Redis it must fail at once, for the outbox keeps what it could not hand in. */
export function producerConnection(config: Config): Connection {
  chooseBackend(config);
  if (config.REDIS_URL === undefined) return postgresConnection(config);
  return { url: config.REDIS_URL, maxRetriesPerRequest: 1, enableOfflineQueue: false };
}

/** How a worker connects: it waits for Redis as long as it takes. */
export function workerConnection(config: Config): Connection {
  chooseBackend(config);
  if (config.REDIS_URL === undefined) return postgresConnection(config);
  return { url: config.REDIS_URL, maxRetriesPerRequest: null };
}

/** Creates or updates the tables in which BullMQ keeps jobs on Postgres; harmless when Redis is used. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
