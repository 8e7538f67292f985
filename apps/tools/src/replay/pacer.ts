import { setTimeout as delay } from 'node:timers/promises';

/** What a slow service held back for longer is not made up for: that would be a burst, not a rate. */
const LONGEST_CATCH_UP_MS = 1_000;

/** Lets callers pass `rate` times a second on average, evenly spaced; `undefined`: as fast as they come. */
export function createPacer(rate: number | undefined): () => Promise<void> {
  if (rate === undefined) return () => Promise.resolve();
  const gap = 1000 / rate;
  let next = performance.now();
  return async () => {
    const now = performance.now();
    const turn = Math.max(now - LONGEST_CATCH_UP_MS, next);
    next = turn + gap;
    if (turn > now) await delay(turn - now);
  };
}
