import type { BucketState, WantedBucket } from './token-bucket.js';

/** Buckets that all API processes share. */
export interface SharedBuckets {
  /** Takes a token from each bucket, or, if one is empty, from none. Rejects when the store is out of reach. */
  take(wanted: readonly WantedBucket[]): Promise<BucketState[]>;
  close(): Promise<void>;
}
