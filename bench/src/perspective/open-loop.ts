import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Requests that are sent at a steady rate, however long the answers take. */
export interface OpenLoop {
  url: string;
  /** Bodies of JSON, sent one after another and from the beginning again. */
  bodies: readonly string[];
  perSecond: number;
  warmUpMs: number;
  measureMs: number;
}

/** What came of them. */
export interface OpenLoopResult {
  /** From when a request was due to the end of its answer, so that what had to wait counts. */
  milliseconds: number[];
  /** How many answers had which status other than 200. */
  others: Record<number, number>;
}

/** Asks from a thread of its own; gives how long each answer took, and throws when any was not 200. */
export async function measureOpenLoop(loop: OpenLoop): Promise<number[]> {
  const thread = new Worker(new URL('./open-loop-thread.js', import.meta.url), {
    workerData: loop,
  });
  const [{ milliseconds, others }] = (await once(thread, 'message')) as [OpenLoopResult];
  await thread.terminate();
  const unexpected = Object.entries(others).map(([status, count]) => `${count} times ${status}`);
  if (unexpected.length > 0) {
    throw new Error(`${new URL(loop.url).pathname} also answered ${unexpected.join(', ')}`);
  }
  return milliseconds;
}
