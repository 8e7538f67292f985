import { Redis } from 'ioredis';
import type { SharedBuckets } from './shared-buckets.js';
import { type BucketState, stateOf, tokenMs, type WantedBucket } from './token-bucket.js';

/** A post must not wait for a Redis that hangs. */
const TIMEOUT_MS = 150;

/**
 * KEYS: buckets. ARGV: of each what a token costs and what it holds, in milliseconds. Answers whether
 * all had a token, then for each in how many milliseconds it is full. The clock is that of Redis.
 */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local full, allowed = {}, 1
for i, key in ipairs(KEYS) do
  full[i] = math.max(0, tonumber(redis.call('GET', key) or 0) - now)
  if full[i] + ARGV[2 * i - 1] > ARGV[2 * i] + 0.001 then allowed = 0 end
end
local answer = { allowed }
for i, key in ipairs(KEYS) do
  if allowed == 1 then
    full[i] = full[i] + ARGV[2 * i - 1]
    redis.call('SET', key, string.format('%.3f', now + full[i]), 'PX', math.ceil(full[i]) + 1000)
  end
  answer[i + 1] = string.format('%.3f', full[i])
end
return answer`;

interface TakeCommand {
  takeTokens(
    count: number,
    ...keysAndArguments: (string | number)[]
  ): Promise<[number, ...string[]]>;
}

/** Buckets in Redis, one round trip for all of a request. */
export class RedisBuckets implements SharedBuckets {
  private readonly redis: Redis & TakeCommand;

  constructor(url: string) {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      commandTimeout: TIMEOUT_MS,
      connectTimeout: 2000,
      retryStrategy: (attempt) => Math.min(attempt * 100, 2000),
    });
    // It comes back by itself; whoever asks meanwhile is told.
    redis.on('error', () => undefined);
    redis.defineCommand('takeTokens', { lua: TAKE });
    this.redis = redis as Redis & TakeCommand;
  }

  async take(wanted: readonly WantedBucket[]): Promise<BucketState[]> {
    const [allowed, ...full] = await this.redis.takeTokens(
      wanted.length,
      ...wanted.map(({ key }) => `moderato:limit:${key}`),
      ...wanted.flatMap((bucket) => [tokenMs(bucket), bucket.seconds * 1000]),
    );
    return wanted.map((bucket, index) => stateOf(bucket, Number(full[index] ?? 0), allowed === 1));
  }

  close(): Promise<void> {
    this.redis.disconnect();
    return Promise.resolve();
  }
}
