/** A service that asks for more is tried again all the same. */
const LONGEST_MS = 600_000;

/** Milliseconds that a `Retry-After` asks for (seconds or a date), ten minutes at most; `undefined` when there is none. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_MS);
}
