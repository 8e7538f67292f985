import { BucketIndex } from './bucket-index.js';

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

/** 1 + ln n for small counts: how often a feature occurs matters less and less (log term frequency). */
const LOG_FREQUENCY = Float32Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
);

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

/** Adds up a text's features. One instance serves one table, one text at a time. */
export class LinearScorer {
  /** The outputs of the last text, in the order of `LINEAR_OUTPUTS`, as log-odds. */
  readonly outputs = new Float32Array(OUTPUT_COUNT);
  private readonly index: BucketIndex;
  private readonly counts: Uint8Array;
  private rows = new Int32Array(0);

  constructor(private readonly table: LinearTable) {
    this.index = new BucketIndex(table.used);
    if (this.index.rows * STRIDE !== table.weights.length) {
      throw new RangeError('A linear table has a row for each bucket in use.');
    }
    this.counts = new Uint8Array(this.index.rows);
  }

  /** Scores features given as hashes, with repetitions. Allocates nothing but on growth. */
  score(hashes: Int32Array, count: number): void {
    const distinct = this.countRows(hashes, count);
    const { rows, counts, outputs } = this;
    const { weights, steps, intercepts } = this.table;
    let [s1, s2, s3, s4, s5, s6, s7] = [0, 0, 0, 0, 0, 0, 0];
    // Nearly all features come once: whole numbers are added up for them, which is cheaper than fractions.
    let [n1, n2, n3, n4, n5, n6, n7] = [0, 0, 0, 0, 0, 0, 0];
    let squares = 0;
    let wholeSquares = 0;
    for (let index = 0; index < distinct; index++) {
      const row = rows[index] as number;
      const times = counts[row] as number;
      counts[row] = 0;
      const at = row * STRIDE;
      const scale = weights[at] as number;
      if (times === 1) {
        wholeSquares = (wholeSquares + scale * scale) | 0;
        n1 = (n1 + (weights[at + 1] as number)) | 0;
        n2 = (n2 + (weights[at + 2] as number)) | 0;
        n3 = (n3 + (weights[at + 3] as number)) | 0;
        n4 = (n4 + (weights[at + 4] as number)) | 0;
        n5 = (n5 + (weights[at + 5] as number)) | 0;
        n6 = (n6 + (weights[at + 6] as number)) | 0;
        n7 = (n7 + (weights[at + 7] as number)) | 0;
        continue;
      }
      const frequency = LOG_FREQUENCY[times] as number;
      squares += scale * scale * frequency * frequency;
      s1 += frequency * (weights[at + 1] as number);
      s2 += frequency * (weights[at + 2] as number);
      s3 += frequency * (weights[at + 3] as number);
      s4 += frequency * (weights[at + 4] as number);
      s5 += frequency * (weights[at + 5] as number);
      s6 += frequency * (weights[at + 6] as number);
      s7 += frequency * (weights[at + 7] as number);
    }
    squares += wholeSquares;
    const sums = [s1 + n1, s2 + n2, s3 + n3, s4 + n4, s5 + n5, s6 + n6, s7 + n7];
    const length = Math.sqrt(squares) * (steps[0] as number) || 1;
    for (let output = 0; output < OUTPUT_COUNT; output++) {
      outputs[output] =
        (intercepts[output] as number) +
        ((sums[output] as number) * (steps[output + 1] as number)) / length;
    }
  }

  /** Fills `rows` with the distinct rows in use and `counts` with how often each came; returns how many there are. */
  private countRows(hashes: Int32Array, count: number): number {
    if (this.rows.length < count) this.rows = new Int32Array(count * 2);
    const { index: lookUp, counts, rows } = this;
    let distinct = 0;
    for (let index = 0; index < count; index++) {
      const row = lookUp.rowOf(hashes[index] as number);
      if (row < 0) continue;
      const seen = counts[row] as number;
      if (seen === 0) rows[distinct++] = row;
      if (seen < 255) counts[row] = seen + 1;
    }
    return distinct;
  }
}
