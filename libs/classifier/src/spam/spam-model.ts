import { probabilityOf } from '../probability.js';
import { readSpam, type SpamReading } from './spam-reading.js';

/** What the trainer leaves: a table of n-gram weights, a weight per dense feature, and how sure a score is. */
export interface SpamModel {
  /** Weights by hash; the length is a power of two. Multiplied by `scale` they are log-odds. */
  weights: Float32Array | Int16Array | Int8Array;
  /** 1 for `Float32Array`; what a step is worth for integers. A few weights are large: 8 bits blur the many small ones. */
  scale: number;
  /** Weights of the features of `SPAM_FEATURES`, in their order, in log-odds per unit of the feature. */
  dense: Float32Array;
  /** Log-odds of an empty text. */
  bias: number;
  /** The probability of spam is 1 / (1 + exp(-(a × log-odds + b))), on the mix that it was calibrated for. */
  calibration: { a: number; b: number };
}

/** Characters count half: they know misspelled words, and words know better. */
const CHAR_SHARE = 0.5;
/** Short texts must not outweigh long ones. */
const SMOOTHING = 5;

/** What each n-gram of tokens is multiplied by, so that long texts weigh no more than short ones. */
export function wordFactor(count: number): number {
  return 1 / Math.sqrt(count + SMOOTHING);
}

/** What each n-gram of characters is multiplied by. */
export function charFactor(count: number): number {
  return CHAR_SHARE / Math.sqrt(count + SMOOTHING);
}

/** Log-odds of the dense features alone, without the bias. */
function denseLogOdds({ dense }: SpamModel, { features }: SpamReading): number {
  const { values } = features;
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) * (dense[at] as number);
  return sum;
}

function sumOfWeights(model: SpamModel, ids: Uint32Array, count: number): number {
  const { weights } = model;
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[(ids[at] as number) & mask] as number;
  return sum * model.scale;
}

/** Log-odds of a text that was read, before calibration. */
export function spamLogOdds(model: SpamModel, reading: SpamReading): number {
  const { grams } = reading;
  const words = sumOfWeights(model, grams.wordIds, grams.wordCount) * wordFactor(grams.wordCount);
  const chars = sumOfWeights(model, grams.charIds, grams.charCount) * charFactor(grams.charCount);
  return model.bias + words + chars + denseLogOdds(model, reading);
}

/** Calibrated log-odds: those to which what is known of the author is added, see `spamBehavior`. */
export function calibratedLogOdds({ calibration: { a, b } }: SpamModel, logOdds: number): number {
  return a * logOdds + b;
}

/**
 * How probably a text is spam by its content alone, 0 to 1, on the mix that the model was calibrated for. Of longer texts the
 * first 20,000 UTF-16 units are read.
 */
export function scoreSpam(model: SpamModel, text: string): number {
  return probabilityOf(calibratedLogOdds(model, spamLogOdds(model, readSpam(text))));
}
