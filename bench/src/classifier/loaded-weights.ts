import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from '../figures.js';

/** What a fresh process pays for the classifier; medians. */
export interface LoadedWeights {
  /** Importing the library with its tables, in milliseconds. */
  importMs: number;
  /** Reading the file and building the tables, in milliseconds. */
  loadMs: number;
  /** The first comment, in milliseconds. */
  firstMs: number;
  /** What the resident memory grew by, from before the import to after some comments and a collection, in megabytes (10^6). */
  residentMb: number;
}

const PROCESSES = 5;
const CHILD = fileURLToPath(new URL('./load-weights.js', import.meta.url));

/** Loads the weights in fresh processes, one after another. */
export async function measureLoading(weights: string): Promise<LoadedWeights> {
  const runs: LoadedWeights[] = [];
  for (let run = 0; run < PROCESSES; run += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', CHILD, weights]);
    runs.push(JSON.parse(stdout) as LoadedWeights);
  }
  const middle = (name: keyof LoadedWeights): number => median(runs.map((run) => run[name]));
  return {
    ...{ importMs: middle('importMs'), loadMs: middle('loadMs'), firstMs: middle('firstMs') },
    residentMb: middle('residentMb'),
  };
}
