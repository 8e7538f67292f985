import type { BucketState } from '#limits';

/**
 * What clients are told of their limits: `RateLimit-Policy` (how many within how many seconds) and
 * `RateLimit` (how many are left, and in how many seconds all are there again), each a list with an
 * item for every limit that the request counted for (draft-ietf-httpapi-ratelimit-headers-10).
 */
export function rateLimitFields(states: readonly BucketState[]): Record<string, string> {
  return {
    'ratelimit-policy': states
      .map(({ name, tokens, seconds }) => `"${name}";q=${tokens};w=${seconds}`)
      .join(', '),
    ratelimit: states
      .map(
        ({ name, remaining, fullMs }) => `"${name}";r=${remaining};t=${Math.ceil(fullMs / 1000)}`,
      )
      .join(', '),
  };
}
