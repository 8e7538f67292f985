import { LRUCache } from 'lru-cache';
import { type BucketState, hasToken, stateOf, tokenMs, type WantedBucket } from './token-bucket.js';

/** Whoever was not seen for longest is forgotten first: with a full bucket in most cases. */
const MAXIMUM_BUCKETS = 100_000;

/** Buckets of this process alone. */
export class LocalBuckets {
  /** When each is full again, in milliseconds. */
  private readonly fullAt = new LRUCache<string, number>({ max: MAXIMUM_BUCKETS });

  constructor(private readonly clock: () => number = () => performance.now()) {}

  /** Takes a token from each bucket, or, if one is empty, from none. */
  take(wanted: readonly WantedBucket[]): BucketState[] {
    const now = this.clock();
    const allowed = this.haveTokens(wanted, now);
    return wanted.map((bucket) => {
      const before = this.fullMs(bucket, now);
      if (!allowed) return stateOf(bucket, before, hasToken(bucket, before));
      const fullMs = before + tokenMs(bucket);
      this.fullAt.set(bucket.key, now + fullMs);
      return stateOf(bucket, fullMs, true);
    });
  }

  /** Whether each bucket has a token; takes none. */
  haveTokens(wanted: readonly WantedBucket[], now = this.clock()): boolean {
    return wanted.every((bucket) => hasToken(bucket, this.fullMs(bucket, now)));
  }

  private fullMs({ key }: WantedBucket, now: number): number {
    return Math.max(0, (this.fullAt.get(key) ?? 0) - now);
  }
}
