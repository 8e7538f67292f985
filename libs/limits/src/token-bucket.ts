/** A bucket holds so many tokens and fills up within so many seconds; each request takes one. */
export interface BucketSize {
  readonly tokens: number;
  readonly seconds: number;
}

/** A bucket that a request takes a token from. */
export interface WantedBucket extends BucketSize {
  /** As clients see it, as in `posts-per-reader`. */
  readonly name: string;
  /** Equal for all requests that share the bucket. */
  readonly key: string;
}

/** A bucket after a request, or, if it was refused, as it was. */
export interface BucketState extends WantedBucket {
  readonly allowed: boolean;
  /** Whole tokens that are left. */
  readonly remaining: number;
  /** Milliseconds until there is a token again; 0 if there is one. */
  readonly waitMs: number;
  /** Milliseconds until it is full again. */
  readonly fullMs: number;
}

/** How long one token takes to come back, in milliseconds. */
export function tokenMs({ tokens, seconds }: BucketSize): number {
  return (seconds * 1000) / tokens;
}

/**
 * What is in a bucket, told by the one number that is kept of it: in how many milliseconds it will be
 * full again (the generic cell rate algorithm, ITU-T I.371).
 */
export function stateOf(bucket: WantedBucket, fullMs: number, allowed: boolean): BucketState {
  const one = tokenMs(bucket);
  const capacity = bucket.seconds * 1000;
  // Milliseconds do not always divide evenly.
  const remaining = Math.max(0, Math.floor((capacity - fullMs) / one + 1e-6));
  const waitMs = remaining > 0 ? 0 : Math.max(0, fullMs + one - capacity);
  const { name, key, tokens, seconds } = bucket;
  return { name, key, tokens, seconds, allowed, remaining, waitMs, fullMs };
}

/** Whether a bucket that will be full again in so many milliseconds has a token. */
export function hasToken(bucket: BucketSize, fullMs: number): boolean {
  return fullMs + tokenMs(bucket) <= bucket.seconds * 1000 + 1e-3;
}
