import { hashEnd, hashStep, HASH_SEED } from '../normalize/hash-units.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import type { FeatureReader } from '../features/feature-reader.js';
import type { GramBuffer } from '../features/gram-buffer.js';
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

function hashBefore({ hashes }: TokenBuffer, index: number): number {
  return hashEnd((index > 0 ? (hashes[index - 1] as number) : NOTHING) ^ BEFORE_SALT);
}

function hashAfter({ hashes, count }: TokenBuffer, index: number): number {
  return hashEnd((index + 1 < count ? (hashes[index + 1] as number) : NOTHING) ^ AFTER_SALT);
}

/** The features of token `index`, as hashes: what the trainer learns from, and the scorer weighs. */
export function addRationaleGrams(
  text: NormalizedText,
  tokens: TokenBuffer,
  index: number,
  grams: GramBuffer,
): void {
  grams.push(tokens.hashes[index] as number);
  grams.push(hashBefore(tokens, index));
  grams.push(hashAfter(tokens, index));
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

/** Tells how much a token of the text read last carries of its score, in log-odds. */
export interface TokenWeigher {
  weigh(features: FeatureReader, index: number, textLogOdds: number): number;
}

/** Weighs tokens. */
export class RationaleScorer implements TokenWeigher {
  constructor(private readonly table: RationaleTable) {}

  /** The log-odds that readers would mark token `index`, in a text of the given log-odds of toxicity. */
  weigh({ tokens, grams }: FeatureReader, index: number, textLogOdds: number): number {
    const { weights, step, intercept, textWeight } = this.table;
    const { hashes } = grams;
    const mask = weights.length - 1;
    const start = grams.pieceStarts[index] as number;
    const end = grams.pieceEnds[index] as number;
    let pieces = 0;
    for (let at = start; at < end; at++) {
      pieces += weights[(hashes[at] as number) & mask] as number;
    }
    const token = weights[(tokens.hashes[index] as number) & mask] as number;
    const before = weights[hashBefore(tokens, index) & mask] as number;
    const after = weights[hashAfter(tokens, index) & mask] as number;
    const features = WHOLE + end - start;
    let sum = token * rationaleValue(0, features) + (before + after) * rationaleValue(1, features);
    if (end > start) sum += pieces * rationaleValue(WHOLE, features);
    return intercept + sum * step + textWeight * textLogOdds;
  }
}
