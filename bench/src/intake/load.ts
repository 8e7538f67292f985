import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a load thread sends where. */
export interface Load {
  url: string;
  siteKey: string;
  connections: number;
  warmUpMs: number;
  measureMs: number;
  /** The status that counts. */
  expectedStatus: number;
  /** Comments are numbered from here on, so that no two of a run are equal. */
  firstNumber: number;
}

export interface LoadResult {
  /** Answers with the expected status while it was measured. */
  expected: number;
  /** All other answers, by status. */
  others: Record<number, number>;
}

/** Posts comments from a thread of its own; gives the expected answers a second, and throws when any other came. */
export async function measureLoad(load: Load): Promise<number> {
  const thread = new Worker(new URL('./load-thread.js', import.meta.url), { workerData: load });
  const [result] = (await once(thread, 'message')) as [LoadResult];
  await thread.terminate();
  const others = Object.entries(result.others).map(([status, count]) => `${count} times ${status}`);
  if (others.length > 0)
    throw new Error(
      `${load.url} did not always answer ${load.expectedStatus}: ${others.join(', ')}`,
    );
  return (result.expected / load.measureMs) * 1000;
}
