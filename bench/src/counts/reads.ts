import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What is asked for, again and again. */
export interface Reads {
  url: string;
  siteKey: string;
  connections: number;
  /** The status that counts. */
  expectedStatus: number;
  ifNoneMatch?: string;
  /** So many articles a question that nobody asked for before; 0: the address as it is. */
  freshArticles: number;
}

/** Reads that are timed. */
export interface TimedReads extends Reads {
  warmUpMs: number;
  measureMs: number;
  /** Articles are numbered from here on, so that no two rounds ask for the same. */
  firstNumber: number;
}

export interface ReadsResult {
  expected: number;
  others: Record<number, number>;
}

/** Asks from a thread of its own; gives the expected answers a second, and throws when any other came. */
export async function measureReads(reads: TimedReads): Promise<number> {
  const thread = new Worker(new URL('./reads-thread.js', import.meta.url), { workerData: reads });
  const [result] = (await once(thread, 'message')) as [ReadsResult];
  await thread.terminate();
  const others = Object.entries(result.others).map(([status, count]) => `${count} times ${status}`);
  if (others.length > 0)
    throw new Error(
      `${reads.url} did not always answer ${reads.expectedStatus}: ${others.join(', ')}`,
    );
  return (result.expected / reads.measureMs) * 1000;
}
