import { hashEnd, hashStep, HASH_SEED } from '../normalize/hash-units.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import { probabilityOf } from '../probability.js';
import { GramBuffer } from '../features/gram-buffer.js';
import type { TokenBuffer } from '../features/token-buffer.js';

const BEFORE_SALT = 0x1b873593;
const AFTER_SALT = 0x38b34ae5;
const NOTHING = hashEnd(hashStep(HASH_SEED, 0));

/**
 * How much each token of a toxic text carries of its score: a logistic regression over the token, its neighbors and the
 * pieces of its spelling, learned from texts in which people marked the toxic words.
 */
export interface RationaleTable {
  /** One number a bucket; a power of two of them. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly intercept: number;
  /** What each unit of the text's own log-odds of toxicity adds. */
  readonly textWeight: number;
  /** From this probability on a token belongs to the explanation. */
  readonly threshold: number;
}

/** The features of token `index`, as hashes: trainer and scorer share it. */
export function addRationaleGrams(
  text: NormalizedText,
  tokens: TokenBuffer,
  index: number,
  grams: GramBuffer,
): void {
  const { hashes, count } = tokens;
  const before = index > 0 ? (hashes[index - 1] as number) : NOTHING;
  const after = index + 1 < count ? (hashes[index + 1] as number) : NOTHING;
  grams.push(hashes[index] as number);
  grams.push(hashEnd(before ^ BEFORE_SALT));
  grams.push(hashEnd(after ^ AFTER_SALT));
  grams.addPieces(text.units, tokens, index);
}

/** The token and its neighbors; the pieces of its spelling follow. */
const WHOLE = 3;
const NEIGHBOR = 0.5;

/** What each feature counts: the token in full, a neighbor half, the pieces together as much as the token. */
export function rationaleValue(feature: number, features: number): number {
  if (feature === 0) return 1;
  return feature < WHOLE ? NEIGHBOR : 1 / Math.sqrt(features - WHOLE);
}

/** Tells how much a token carries of its text's score, 0 to 1. */
export interface TokenWeigher {
  weigh(text: NormalizedText, tokens: TokenBuffer, index: number, textLogOdds: number): number;
}

/** Weighs tokens. One instance serves one text at a time. */
export class RationaleScorer implements TokenWeigher {
  private readonly grams = new GramBuffer();

  constructor(private readonly table: RationaleTable) {}

  /** The probability that readers would mark token `index`, in a text of the given log-odds of toxicity. */
  weigh(text: NormalizedText, tokens: TokenBuffer, index: number, textLogOdds: number): number {
    const { grams, table } = this;
    grams.clear();
    addRationaleGrams(text, tokens, index, grams);
    const mask = table.weights.length - 1;
    let sum = 0;
    for (let feature = 0; feature < grams.count; feature++) {
      const bucket = (grams.hashes[feature] as number) & mask;
      sum += (table.weights[bucket] as number) * rationaleValue(feature, grams.count);
    }
    const logOdds = table.intercept + sum * table.step + table.textWeight * textLogOdds;
    return probabilityOf(logOdds);
  }
}
