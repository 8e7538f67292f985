import { setTimeout as delay } from 'node:timers/promises';
import type { HttpAnswer } from './http-client.js';

/** How long and how often a request is tried again. */
export interface RetryPolicy {
  /** No further attempt starts later than this after the first. */
  windowMs: number;
  firstDelayMs: number;
  longestDelayMs: number;
}

export const PATIENT: RetryPolicy = { windowMs: 60_000, firstDelayMs: 100, longestDelayMs: 2_000 };

/**
 * Sends until an answer is final or the window has passed; then gives the last answer, or throws the last connection
 * error. Only for requests that may arrive twice (a GET, or a POST with an Idempotency-Key).
 */
export async function sendWithRetry(
  send: () => Promise<HttpAnswer>,
  policy: RetryPolicy = PATIENT,
  onRetry: () => void = () => undefined,
): Promise<HttpAnswer> {
  const deadline = performance.now() + policy.windowMs;
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await send().catch(asError);
    if (!(outcome instanceof Error) && !isTransient(outcome.status)) return outcome;
    const wait = waitBefore(attempt, outcome, policy);
    if (performance.now() + wait > deadline) {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    }
    onRetry();
    await delay(wait);
  }
}

/** Whether the same request may succeed later: too many requests, and every fault of the server's. */
export function isTransient(status: number): boolean {
  return status === 429 || (status >= 500 && status !== 501);
}

/** The time to wait in milliseconds that a `Retry-After` asks for, in seconds or as a date; 0 if it cannot be read. */
export function retryAfterMs(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

function waitBefore(attempt: number, outcome: HttpAnswer | Error, policy: RetryPolicy): number {
  const doubled = Math.min(policy.longestDelayMs, policy.firstDelayMs * 2 ** attempt);
  // Spread, so that all the requests that failed together do not come back together.
  const spread = doubled * (0.5 + Math.random() / 2);
  if (outcome instanceof Error) return spread;
  return Math.max(spread, retryAfterMs(outcome.headers['retry-after'], Date.now()));
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
