import {
  addRationaleGrams,
  GramBuffer,
  type NormalizedText,
  rationaleValue,
  type RationaleTable,
  type TokenBuffer,
} from '#classifier';
import type { Random } from '../obfuscate/random.js';
import { quantize } from './quantize.js';
import { shuffled } from './shuffled.js';

/** Buckets: words, their neighbors and pieces of eight thousand texts. */
const SIZE = 2 ** 17;
const EPOCHS = 4;
const LEARNING_RATE = 0.15;
const L2 = 1e-4;

/** One token of a text in which people marked what is toxic. */
interface TokenExample {
  buckets: Int32Array;
  marked: 0 | 1;
  textLogOdds: number;
}

/** Learns which tokens people mark. */
export class RationaleTraining {
  private readonly weights = new Float32Array(SIZE);
  private readonly squares = new Float32Array(SIZE);
  private readonly examples: TokenExample[] = [];
  private readonly grams = new GramBuffer();
  private intercept = 0;
  private textWeight = 0;
  private extraSquares = [0, 0];

  /** Adds a text; `isMarked` tells of a token, by its number, whether people marked any of it. */
  add(
    text: NormalizedText,
    tokens: TokenBuffer,
    textLogOdds: number,
    isMarked: (index: number) => boolean,
  ): void {
    const { grams } = this;
    for (let index = 0; index < tokens.count; index++) {
      grams.clear();
      addRationaleGrams(text, tokens, index, grams);
      const buckets = grams.hashes.slice(0, grams.count).map((hash) => hash & (SIZE - 1));
      this.examples.push({ buckets, marked: isMarked(index) ? 1 : 0, textLogOdds });
    }
  }

  /** The table, with an even threshold: the best is chosen by what is explained with it. */
  train(random: Random): RationaleTable {
    const indexes = this.examples.map((_, index) => index);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      for (const index of shuffled(indexes, random))
        this.learn(this.examples[index] as TokenExample);
    }
    const { numbers, step } = quantize(this.weights);
    const { intercept, textWeight } = this;
    return { weights: numbers, step, intercept, textWeight, threshold: 0.5 };
  }

  private learn({ buckets, marked, textLogOdds }: TokenExample): void {
    const { weights, squares } = this;
    let sum = this.intercept + this.textWeight * textLogOdds;
    for (let feature = 0; feature < buckets.length; feature++) {
      sum +=
        (weights[buckets[feature] as number] as number) * rationaleValue(feature, buckets.length);
    }
    const gradient = 1 / (1 + Math.exp(-sum)) - marked;
    for (let feature = 0; feature < buckets.length; feature++) {
      const bucket = buckets[feature] as number;
      const weight = weights[bucket] as number;
      const slope = gradient * rationaleValue(feature, buckets.length) + L2 * weight;
      squares[bucket] = (squares[bucket] as number) + slope * slope;
      weights[bucket] = weight - (LEARNING_RATE * slope) / Math.sqrt(squares[bucket] + 1e-6);
    }
    this.intercept -= this.extraStep(0, gradient);
    this.textWeight -= this.extraStep(1, gradient * textLogOdds);
  }

  private extraStep(slot: 0 | 1, slope: number): number {
    const square = (this.extraSquares[slot] as number) + slope * slope;
    this.extraSquares[slot] = square;
    return (LEARNING_RATE * slope) / Math.sqrt(square + 1e-6);
  }
}
