import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { ServiceProcess } from '../../../apps/tools/src/http/service-process.js';

const LOOK_EVERY_MS = 25;
const LIMIT_MS = 300_000;

/** How the comments that were waiting got their verdicts. */
export interface Drain {
  /** From the start of the worker's process to the first verdicts seen. */
  startSeconds: number;
  /** From there to the last verdict. */
  drainSeconds: number;
  /** Verdicts between the two, a second. */
  perSecond: number;
}

/** Watches a worker until no comment is pending; throws when it ends or takes more than five minutes. */
export async function watchDrain(
  databaseUrl: string,
  worker: ServiceProcess,
  count: number,
): Promise<Drain> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const start = performance.now();
    const first = await waitForPending(client, worker, (pending) => pending < count);
    const last = await waitForPending(client, worker, (pending) => pending === 0);
    const drainMs = Math.max(1, last.at - first.at);
    return {
      startSeconds: (first.at - start) / 1000,
      drainSeconds: drainMs / 1000,
      perSecond: (first.pending / drainMs) * 1000,
    };
  } finally {
    await client.end();
  }
}

interface Sight {
  pending: number;
  at: number;
}

async function waitForPending(
  client: pg.Client,
  worker: ServiceProcess,
  isReached: (pending: number) => boolean,
): Promise<Sight> {
  const deadline = performance.now() + LIMIT_MS;
  while (performance.now() < deadline && !worker.hasEnded()) {
    const pending = await countPending(client);
    if (isReached(pending)) return { pending, at: performance.now() };
    await delay(LOOK_EVERY_MS);
  }
  throw worker.failure(`left ${await countPending(client)} comments pending`);
}

async function countPending(client: pg.Client): Promise<number> {
  const sql = "SELECT count(*)::integer AS pending FROM comments WHERE status = 'pending'";
  const { rows } = await client.query<{ pending: number }>(sql);
  return rows[0]?.pending ?? 0;
}
