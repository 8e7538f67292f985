import type { FeatureReader } from '../features/feature-reader.js';
import { pairHash } from '../features/gram-buffer.js';
import { BucketIndex } from './bucket-index.js';
import { type LinearTable, STRIDE } from './linear-table.js';
import type { TokenWeigher } from './rationale.js';

/** From this share of the strongest possible weight on, a token belongs to the explanation. */
export const LINEAR_EXPLAINER_THRESHOLD = 0.6;
/** Where the weight of toxicity stands in a bucket. */
const TOXICITY = 1;
/** Log-odds that one unit of weight is worth in a text of some thirty features. */
const SHARPNESS = 0.5;

/** Explains by the weights of the n-grams that a token is part of: its own, and half of each pair's. */
export class LinearExplainer implements TokenWeigher {
  private readonly index: BucketIndex;

  constructor(private readonly table: LinearTable) {
    this.index = new BucketIndex(table.used);
  }

  weigh({ tokens }: FeatureReader, index: number): number {
    const { hashes, count } = tokens;
    const hash = hashes[index] as number;
    let sum = this.weightOf(hash);
    if (index > 0) sum += this.weightOf(pairHash(hashes[index - 1] as number, hash)) / 2;
    if (index + 1 < count) sum += this.weightOf(pairHash(hash, hashes[index + 1] as number)) / 2;
    return sum * SHARPNESS;
  }

  private weightOf(hash: number): number {
    const { weights, steps } = this.table;
    const row = this.index.rowOf(hash);
    if (row < 0) return 0;
    return (weights[row * STRIDE + TOXICITY] as number) * (steps[TOXICITY] as number);
  }
}
