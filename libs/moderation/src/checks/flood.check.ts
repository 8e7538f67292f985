import type { RateLimit } from '#contract';
import type { Check, CheckContext, ObservedRate, Signal } from '../check.js';
import type { ReasonCode } from '../reasons.js';

/** Below half of the limit there is nothing to tell. */
const QUIET_BELOW = 0.5;

interface Window {
  window: 'minute' | 'hour';
  observed: number;
  limit: number | null;
}

/** The score of a rate: 1 is one comment over the limit, however low the limit is. */
function scoreOf({ observed, limit }: Window): number {
  return limit === null ? 0 : Math.min(1, observed / (limit + 1));
}

function flood(
  by: string,
  reason: ReasonCode,
  rate: ObservedRate | null,
  limits: RateLimit,
): Signal[] {
  if (rate === null) return [];
  const windows: Window[] = [
    { window: 'minute', observed: rate.perMinute, limit: limits.perMinute },
    { window: 'hour', observed: rate.perHour, limit: limits.perHour },
  ];
  const [worst] = windows.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  if (worst?.limit == null || scoreOf(worst) < QUIET_BELOW) return [];
  const { window, observed, limit } = worst;
  // A site that allows one comment an hour is not told of every first one.
  if (observed < 2 && limit > 0) return [];
  const details = { by, window, observed, limit };
  return [{ label: 'flood', score: scoreOf(worst), spans: [], reason, details }];
}

function run({ rates, policy }: CheckContext): Signal[] {
  return [
    ...flood('author', 'FLOOD_BY_AUTHOR', rates.author, policy.flood.author),
    ...flood('address', 'FLOOD_BY_ADDRESS', rates.address, policy.flood.address),
    ...flood('article', 'FLOOD_ON_ARTICLE', rates.article, policy.flood.article),
  ];
}

/** Compares how many comments came from the author, from the address and under the article with the policy's limits. */
export const floodCheck: Check = { name: 'flood', version: '1', run };
