import type { Cleanup } from '../../apps/tools/src/http/cleanup.js';

export interface BenchOptions {
  /** How often everything is measured, by turns; medians are reported. */
  rounds: number;
  /** How long a timed measurement takes, in seconds; each benchmark has its own usual length. */
  seconds?: number;
  /** How many comments a round of the pipeline takes, or stand in the table for counts. */
  comments: number;
  /** Over how many articles they are spread, for counts. */
  articles: number;
  /** How many items are open in the review queue. */
  items: number;
  /** The weights file of the classifier. */
  weights: string;
  /** The folder with the public sets. */
  data: string;
  print: (text: string) => void;
}

/** Prints a table and gives its figures; asserts nothing, for a time holds only on the machine it was taken on. */
export type Benchmark = (options: BenchOptions, cleanup: Cleanup) => Promise<object>;
