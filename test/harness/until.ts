import { setTimeout as sleep } from 'node:timers/promises';

export interface UntilOptions {
  /** Named when it does not come: "the verdict", "4 published comments". */
  what: string;
  /** 10 s unless told otherwise. */
  timeoutMs?: number;
  intervalMs?: number;
}

type Falsy = false | 0 | '' | null | undefined;

/** Polls until the condition gives something truthy, and gives that; fails with `what` and the last value or error. */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 10_000, intervalMs = 20 }: UntilOptions,
): Promise<Exclude<T, Falsy>> {
  // Not by Date, which a test may have stopped.
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const outcome = await attempt(condition);
    if ('value' in outcome && outcome.value) return outcome.value as Exclude<T, Falsy>;
    if (performance.now() >= deadline) throw missed(what, timeoutMs, outcome);
    await sleep(intervalMs);
  }
}

type Outcome<T> = { value: T } | { error: unknown };

async function attempt<T>(condition: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await condition() };
  } catch (error) {
    return { error };
  }
}

function missed(what: string, timeoutMs: number, outcome: Outcome<unknown>): Error {
  const last = 'error' in outcome ? String(outcome.error) : JSON.stringify(outcome.value);
  const cause = 'error' in outcome ? { cause: outcome.error } : undefined;
  return new Error(`waited ${timeoutMs} ms in vain for ${what}; the last value was ${last}`, cause);
}
