import { BenchPostgres } from '../bench-postgres.js';
import { BenchService } from '../bench-service.js';
import type { BenchOptions } from '../benchmark.js';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';
import { type Figure, figureData, figureTable, median } from '../figures.js';
import { measureInsertCommits } from '../insert-commits.js';
import { type Drain, watchDrain } from './drain.js';
import { measureNoopJobs, noopOnPostgres, noopOnRedis } from './noop-jobs.js';
import { startRedis } from './redis-server.js';
import { seedComments } from './seed.js';

const WARM_UP_MS = 1_000;
const INSERT_MS = 5_000;

/** One backend of the queue, with what was measured on it so far. */
interface Backend {
  queue: string;
  redisUrl: string | undefined;
  drains: Drain[];
  figures: [Figure, ...Figure[]];
}

/** How many comments a second one worker judges, all of them waiting already, on each backend of the queue. */
export async function benchPipeline(options: BenchOptions, cleanup: Cleanup): Promise<object> {
  const { rounds, comments, print } = options;
  const postgres = await BenchPostgres.start(cleanup);
  const redis = await startRedis(cleanup);
  print(postgres.description + (redis === null ? '' : `; Redis ${redis.version}`));
  print(`pipeline: one worker, ${comments} comments waiting, ${rounds} rounds, backends by turns`);
  const backends = [newBackend('Postgres', undefined)];
  if (redis !== null) backends.push(newBackend('Redis', redis.url));
  else print('No redis-server on PATH: the queue is measured on Postgres only.');
  for (let round = 0; round < rounds; round += 1) {
    for (const backend of backends) await measureRound(backend, postgres, comments, cleanup);
  }
  const results = backends.map((backend) => report(backend, print));
  return {
    postgres: postgres.description,
    redis: redis?.version ?? null,
    comments,
    backends: results,
  };
}

function newBackend(queue: string, redisUrl: string | undefined): Backend {
  const names = [
    'verdicts',
    'raw pg INSERT commits (20 connections)',
    'BullMQ jobs that do nothing',
  ];
  const figures = names.map((name): Figure => ({ name, rounds: [] })) as [Figure, ...Figure[]];
  return { queue, redisUrl, drains: [], figures };
}

async function measureRound(
  backend: Backend,
  postgres: BenchPostgres,
  comments: number,
  cleanup: Cleanup,
): Promise<void> {
  const drain = await measureDrain(backend, postgres, comments, cleanup);
  backend.drains.push(drain);
  const values = [
    drain.perSecond,
    await measureInserts(postgres),
    await measureNoop(backend, postgres, comments),
  ];
  values.forEach((value, index) => backend.figures[index]?.rounds.push(value));
}

function report({ queue, drains, figures }: Backend, print: (text: string) => void): object {
  const startSeconds = median(drains.map((drain) => drain.startSeconds));
  const wait = `first verdict ${startSeconds.toFixed(2)} s after the start of the process`;
  print(`\nqueue on ${queue}; ${wait}\n${figureTable(figures)}`);
  return { queue, startSeconds, figures: figureData(figures) };
}

async function measureDrain(
  { redisUrl }: Backend,
  postgres: BenchPostgres,
  comments: number,
  cleanup: Cleanup,
): Promise<Drain> {
  const databaseUrl = await postgres.createDatabase();
  const service = new BenchService(cleanup, databaseUrl, redisUrl);
  await service.migrate();
  const api = await service.startApi();
  await seedComments(api.url, service.keys, comments);
  // The worker has the machine to itself, as it would on a server of its own.
  await api.process.stop();
  const worker = service.startWorker();
  const drain = await watchDrain(databaseUrl, worker, comments);
  await worker.stop();
  return drain;
}

async function measureInserts(postgres: BenchPostgres): Promise<number> {
  return measureInsertCommits(await postgres.createDatabase(), WARM_UP_MS, INSERT_MS);
}

async function measureNoop(
  { redisUrl }: Backend,
  postgres: BenchPostgres,
  count: number,
): Promise<number> {
  const jobs =
    redisUrl === undefined
      ? await noopOnPostgres(await postgres.createDatabase())
      : noopOnRedis(redisUrl);
  return measureNoopJobs(jobs, count);
}
