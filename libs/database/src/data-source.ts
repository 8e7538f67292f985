import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from './migrations/index.js';

/** What TypeORM is told about the database; entities come from the modules that own them. */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'moderato',
    poolSize,
    connectTimeoutMS: 5000,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    migrationsRun: false,
    synchronize: false,
    installExtensions: false,
    // Answers to idle connections that Postgres closed; the pool opens new ones by itself.
    poolErrorHandler: () => undefined,
    // Statements of one transaction that do not wait for each other need one round trip, not one each.
    // Compiling a plan takes longer than running any of ours; estimates for arrays are too high for jit_above_cost.
    extra: { keepAlive: true, pipeline: true, options: '-c jit=off' },
  };
}

/** Any two migrating processes take turns: the number is arbitrary, but the same for all. */
const MIGRATION_LOCK = 7_067_683_284;
const MIGRATION_LOCK_RETRY_MS = 200;

/**
 * Brings the schema up to date, each migration in a transaction of its own.
 * @returns how many migrations ran; 0 when there was nothing to do.
 */
export async function migrate(url: string): Promise<number> {
  const dataSource = await new DataSource(dataSourceOptions(url, 2)).initialize();
  const lock = dataSource.createQueryRunner();
  try {
    await takeTurn(lock);
    return (await dataSource.runMigrations({ transaction: 'each' })).length;
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await dataSource.destroy();
  }
}

/** Asks again and again: a statement that waited would itself be waited for by CREATE INDEX CONCURRENTLY, for ever. */
async function takeTurn(lock: QueryRunner): Promise<void> {
  const ask = (): Promise<[{ taken: boolean }]> =>
    lock.query('SELECT pg_try_advisory_lock($1) AS taken', [MIGRATION_LOCK]);
  while (!(await ask())[0].taken) await sleep(MIGRATION_LOCK_RETRY_MS);
}
