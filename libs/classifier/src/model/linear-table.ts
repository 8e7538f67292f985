import { BucketIndex } from './bucket-index.js';
import { CountKernel, MOST_TIMES } from './count-kernel.js';

/** Numbers kept for each bucket: how much the feature counts, then a weight for each output. */
export const STRIDE = 8;
/** What a bucket can weigh for: the labels of the classifier, and hate as the tweet sets understand it. */
export const LINEAR_OUTPUTS = [
  'toxicity',
  'severe-toxicity',
  'obscene',
  'threat',
  'insult',
  'identity-attack',
  'hate',
] as const;
export const OUTPUT_COUNT = STRIDE - 1;

/**
 * Linear outputs over hashed features, in eight-bit numbers. A text's features are scaled to unit length, each counting by
 * how unevenly it was spread between toxic and civil texts (NB-SVM, Wang and Manning 2012).
 */
export interface LinearTable {
  /** One bit a bucket: whether it is in use. */
  readonly used: Int32Array;
  /** `STRIDE` numbers for each bucket in use, in their order. */
  readonly weights: Int8Array;
  /** What one step of each of the `STRIDE` numbers is worth. */
  readonly steps: Float32Array;
  readonly intercepts: Float32Array;
}

/** 1 + ln n for small counts: how often a feature occurs matters less and less (log term frequency). */
const LOG_FREQUENCY = Float32Array.from({ length: MOST_TIMES + 1 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
);
/** What each further time that a feature comes adds to how much it counts, and to the square of that. */
const GAINS = gainsOf((count) => LOG_FREQUENCY[count] as number);
const SQUARE_GAINS = gainsOf((count) => (LOG_FREQUENCY[count] as number) ** 2);

function gainsOf(value: (count: number) => number): Float64Array {
  return Float64Array.from(LOG_FREQUENCY, (_, count) =>
    count === 0 ? 0 : value(count) - value(count - 1),
  );
}

/** Adds up a text's features. One instance serves one table, one text at a time. */
export class LinearScorer {
  /** The outputs of the last text, in the order of `LINEAR_OUTPUTS`, as log-odds. */
  readonly outputs = new Float32Array(OUTPUT_COUNT);
  private readonly kernel: CountKernel;
  private readonly sums = new Float64Array(STRIDE);

  constructor(private readonly table: LinearTable) {
    const index = new BucketIndex(table.used);
    if (index.rows * STRIDE !== table.weights.length) {
      throw new RangeError('A linear table has a row for each bucket in use.');
    }
    this.kernel = new CountKernel(index, table.weights);
  }

  /** Scores features given as hashes, with repetitions. */
  score(hashes: Int32Array, count: number): void {
    this.addUp(hashes, count);
    const { sums, outputs } = this;
    const { steps, intercepts } = this.table;
    const length = Math.sqrt(sums[0] as number) * (steps[0] as number) || 1;
    for (let output = 0; output < OUTPUT_COUNT; output++) {
      outputs[output] =
        (intercepts[output] as number) +
        ((sums[output + 1] as number) * (steps[output + 1] as number)) / length;
    }
  }

  /** Fills `sums`: of the squares, then of the weights. */
  private addUp(hashes: Int32Array, count: number): void {
    const { sums, kernel } = this;
    sums.fill(0);
    if (count === 0) return;
    const most = kernel.count(hashes, count);
    const { sums: whole } = kernel;
    for (let times = 1; times <= most; times++) {
      const at = times * STRIDE;
      const gain = GAINS[times] as number;
      sums[0] = (sums[0] as number) + (SQUARE_GAINS[times] as number) * (whole[at] as number);
      for (let lane = 1; lane < STRIDE; lane++) {
        sums[lane] = (sums[lane] as number) + gain * (whole[at + lane] as number);
      }
    }
  }
}
