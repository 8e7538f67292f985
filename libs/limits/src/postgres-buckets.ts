import { Batcher } from '#batching';
import type { Database } from '#database';
import * as sql from './postgres-buckets.sql.js';
import type { SharedBuckets } from './shared-buckets.js';
import { type BucketState, stateOf, tokenMs, type WantedBucket } from './token-bucket.js';

const BATCH = { size: 100, parallel: 2, capacity: 5000 };
const FORGET_EVERY_MS = 60_000;

/** What one request takes, and what it is told. */
interface Request {
  wanted: readonly WantedBucket[];
  states: BucketState[];
}

interface StateRow {
  request: number;
  key: string;
  full_ms: number;
  allowed: boolean;
}

/** Buckets in Postgres; requests that come at the same time share one statement. */
export class PostgresBuckets implements SharedBuckets {
  private readonly batcher = new Batcher<readonly WantedBucket[], BucketState[]>(
    (batch) => this.takeAll(batch),
    { ...BATCH, full: () => new Error('Too many requests wait for their limits.') },
  );
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly database: Database) {
    this.timer = setInterval(() => this.forget(), FORGET_EVERY_MS).unref();
  }

  take(wanted: readonly WantedBucket[]): Promise<BucketState[]> {
    return this.batcher.submit(wanted);
  }

  close(): Promise<void> {
    clearInterval(this.timer);
    return Promise.resolve();
  }

  private async takeAll(batch: (readonly WantedBucket[])[]): Promise<BucketState[][]> {
    const requests = batch.map((wanted): Request => ({ wanted, states: [] }));
    for (let left = requests; left.length > 0;) {
      const { now, later } = splitByKey(left);
      await this.takeAtOnce(now);
      left = later;
    }
    return requests.map(({ states }) => states);
  }

  private async takeAtOnce(requests: Request[]): Promise<void> {
    const items = requests.flatMap(({ wanted }, request) =>
      wanted.map((bucket) => ({ request, bucket })),
    );
    const rows = await this.database.query<StateRow>(sql.TAKE, [
      items.map(({ request }) => request),
      items.map(({ bucket }) => Buffer.from(bucket.key, 'hex')),
      items.map(({ bucket }) => tokenMs(bucket)),
      items.map(({ bucket }) => bucket.seconds * 1000),
    ]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    for (const { bucket, request } of items) {
      const { full_ms: before = 0, allowed = true } = byKey.get(bucket.key) ?? {};
      const fullMs = allowed ? before + tokenMs(bucket) : before;
      requests[request]?.states.push(stateOf(bucket, fullMs, allowed));
    }
  }

  private forget(): void {
    this.database.execute(sql.FORGET).catch(() => undefined);
  }
}

/** A statement can change a row once: of requests that share a bucket, one goes now and the others later. */
function splitByKey(requests: Request[]): { now: Request[]; later: Request[] } {
  const taken = new Set<string>();
  const [now, later]: [Request[], Request[]] = [[], []];
  for (const request of requests) {
    const free = request.wanted.every(({ key }) => !taken.has(key));
    request.wanted.forEach(({ key }) => taken.add(key));
    (free ? now : later).push(request);
  }
  return { now, later };
}
