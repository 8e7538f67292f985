import { SPAM_FEATURES } from './spam-feature-names.js';
import { charFactor, type SpamModel, wordFactor } from './spam-model.js';
import { readSpam, type SpamReading } from './spam-reading.js';

/** A word of the original text and what it adds to the log-odds of spam; negative: it speaks against. */
export interface SpamSpan {
  /** UTF-16 offsets of the original text, the end exclusive. */
  start: number;
  end: number;
  weight: number;
}

/** What made a score. */
export interface SpamExplanation {
  /** In the order of the text; words that add next to nothing are left out. */
  spans: SpamSpan[];
  /** What the comment as a whole and its words' kinds add, the strongest first, in log-odds. */
  features: { name: string; weight: number }[];
}

const NEGLIGIBLE = 0.02;

function addGrams(model: SpamModel, { grams }: SpamReading, shares: Float64Array): void {
  const { weights, scale } = model;
  const mask = weights.length - 1;
  const perWord = wordFactor(grams.wordCount) * scale;
  for (let at = 0; at < grams.wordCount; at++) {
    const owner = grams.wordOwners[at] as number;
    const size = (owner & 3) + 1;
    const weight = (weights[(grams.wordIds[at] as number) & mask] as number) * perWord;
    for (let back = 0; back < size; back++) add(shares, (owner >> 2) - back, weight / size);
  }
  const perChar = charFactor(grams.charCount) * scale;
  for (let at = 0; at < grams.charCount; at++) {
    const weight = (weights[(grams.charIds[at] as number) & mask] as number) * perChar;
    add(shares, grams.charOwners[at] as number, weight);
  }
}

function add(shares: Float64Array, token: number, weight: number): void {
  shares[token] = (shares[token] as number) + weight;
}

/** What the tokens that set off a feature share of its weight; features of the whole comment belong to no token. */
function addFeatures(model: SpamModel, { features }: SpamReading, shares: Float64Array): void {
  const { touched, touchedCount, values } = features;
  const times = new Uint32Array(values.length);
  for (let at = 0; at < touchedCount; at++) {
    const feature = (touched[at] as number) & 127;
    times[feature] = (times[feature] as number) + 1;
  }
  for (let at = 0; at < touchedCount; at++) {
    const touch = touched[at] as number;
    const feature = touch & 127;
    const weight = (values[feature] as number) * (model.dense[feature] as number);
    add(shares, touch >>> 7, weight / (times[feature] as number));
  }
}

/** Explains the score of a text by its words and features, before calibration. */
export function explainSpam(model: SpamModel, text: string): SpamExplanation {
  const reading = readSpam(text);
  const { tokens, features } = reading;
  const shares = new Float64Array(tokens.count);
  addGrams(model, reading, shares);
  addFeatures(model, reading, shares);
  const spans: SpamSpan[] = [];
  for (let at = 0; at < tokens.count; at++) {
    const weight = (shares[at] as number) * model.calibration.a;
    if (Math.abs(weight) < NEGLIGIBLE) continue;
    spans.push({ start: tokens.originalStart(at), end: tokens.originalEnd(at), weight });
  }
  const named = SPAM_FEATURES.map(({ name }, at) => ({
    name,
    weight: (features.values[at] as number) * (model.dense[at] as number) * model.calibration.a,
  }));
  return {
    spans,
    features: named
      .filter(({ weight }) => Math.abs(weight) >= NEGLIGIBLE)
      .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}
