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
    const before = this.look(wanted);
    if (!before.every(({ allowed }) => allowed)) return before;
    const now = this.clock();
    return before.map((state) => {
      const fullMs = state.fullMs + tokenMs(state);
      this.fullAt.set(state.key, now + fullMs);
      return stateOf(state, fullMs, true);
    });
  }

  /** What is in each bucket; takes nothing. */
  look(wanted: readonly WantedBucket[]): BucketState[] {
    const now = this.clock();
    return wanted.map((bucket) => {
      const fullMs = Math.max(0, (this.fullAt.get(bucket.key) ?? 0) - now);
      return stateOf(bucket, fullMs, hasToken(bucket, fullMs));
    });
  }
}
