import { createPostgresBackend, createRedisBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';

/** As many as the worker takes on at the same time. */
const CONCURRENCY = 50;
const BATCH = 100;
const NAME = 'noop';

type Processor = () => Promise<void>;

interface NoopQueue {
  addBulk(jobs: { name: string; data: object; opts: object }[]): Promise<unknown>;
  close(): Promise<void>;
}

interface NoopWorker {
  run(): Promise<void>;
  close(): Promise<void>;
}

interface NoopBackend {
  queue: NoopQueue;
  createWorker(processor: Processor): NoopWorker;
}

/** What BullMQ itself reaches: jobs a second that do nothing, all of them queued before the worker starts. */
export async function measureNoopJobs(backend: NoopBackend, count: number): Promise<number> {
  await addJobs(backend.queue, count);
  let done = 0;
  let startedAt = 0;
  let allDone: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (allDone = resolve));
  const worker = backend.createWorker(() => {
    // As with verdicts, the clock starts with the first one.
    if (done === 0) startedAt = performance.now();
    done += 1;
    if (done === count) allDone();
    return Promise.resolve();
  });
  const running = worker.run();
  await finished;
  const perSecond = (count / (performance.now() - startedAt)) * 1000;
  await worker.close();
  await running;
  await backend.queue.close();
  return perSecond;
}

/** BullMQ on Postgres, in a database that is empty so far. */
export async function noopOnPostgres(databaseUrl: string): Promise<NoopBackend> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await runMigrations(client);
  await client.end();
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, max: 5 };
  return {
    queue: new Queue(NAME, { connection }),
    createWorker: (processor) =>
      new Worker(NAME, processor, { connection, concurrency: CONCURRENCY, autorun: false }),
  };
}

/** BullMQ on Redis. */
export function noopOnRedis(url: string): NoopBackend {
  const { Queue, Worker } = withBackend(createRedisBackend);
  const connection = { url, maxRetriesPerRequest: null };
  return {
    queue: new Queue(NAME, { connection }),
    createWorker: (processor) =>
      new Worker(NAME, processor, { connection, concurrency: CONCURRENCY, autorun: false }),
  };
}

async function addJobs(queue: NoopQueue, count: number): Promise<void> {
  for (let added = 0; added < count; added += BATCH) {
    const length = Math.min(BATCH, count - added);
    const jobs = Array.from({ length }, (_, index) => ({
      name: NAME,
      data: { number: added + index },
      opts: { removeOnComplete: true },
    }));
    await queue.addBulk(jobs);
  }
}
