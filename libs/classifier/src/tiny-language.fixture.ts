import type { LanguageWeights } from './model/language-model.js';
import { linearTable } from './model/linear-table.fixture.js';
import { OUTPUT_COUNT, STRIDE } from './model/linear-table.js';
import { TOXICITY_LABELS } from './model/stack.js';
import { hashString } from './normalize/hash-units.js';
import { HashedVocabulary } from './normalize/hashed-vocabulary.js';
import { type ClassifierWeights, writeClassifierWeights } from './weights/classifier-weights.js';

export const BUCKETS = 2 ** 14;
/** Log-odds of 0.05, and what makes 0.95 of it. */
export const UNLIKELY = -3;
export const TELLING = 6;

/** The bucket of a word. */
const bucketOf = (word: string): number => hashString(word) & (BUCKETS - 1);

/** Weights by which a text with one of the words is toxic (0.95), any other is not (0.05), and the words are marked. */
export function tinyLanguage(words: readonly string[]): LanguageWeights {
  const labels = TOXICITY_LABELS.length;
  const stack = new Float32Array(OUTPUT_COUNT * labels);
  stack[0] = 1;
  const rationale = new Int8Array(BUCKETS);
  for (const word of words) rationale[bucketOf(word)] = 1;
  const rows = new Map(words.map((word) => [bucketOf(word), [1, 1]]));
  const steps = Array.from({ length: STRIDE }, (_, at) => (at === 1 ? TELLING : 1));
  return {
    longestGram: 2,
    linear: linearTable(BUCKETS, rows, steps),
    convolution: null,
    stack: {
      ...{ inputs: OUTPUT_COUNT, weights: stack, hate: null, slope: 1 },
      intercepts: new Float32Array(labels).fill(UNLIKELY),
    },
    rationale: {
      ...{ weights: rationale, step: TELLING, intercept: UNLIKELY, textWeight: 0, threshold: 0.5 },
    },
  };
}

/** The same where nobody has marked words, and toxicity is the only label: the n-grams explain themselves. */
export function tinyUnmarkedLanguage(words: readonly string[]): LanguageWeights {
  const whole = tinyLanguage(words);
  const { stack } = whole;
  return {
    ...{ ...whole, rationale: null },
    stack: {
      ...stack,
      weights: stack.weights.subarray(0, OUTPUT_COUNT),
      intercepts: stack.intercepts.subarray(0, 1),
    },
  };
}

/** A language with every part that one can have; `first` and `second` in a row are toxic as hate is. */
export function tinyFullLanguage(words: readonly string[], [first, second]: [string, string]) {
  const tokens = new Int8Array(4 * 3);
  tokens[2 * 3] = 1;
  tokens[3 * 3 + 1] = 1;
  const { stack, ...parts } = tinyLanguage(words);
  const inputs = OUTPUT_COUNT + 1;
  const weights = new Float32Array(inputs * TOXICITY_LABELS.length);
  weights[0] = 1;
  const hate = new Float32Array(inputs);
  hate[OUTPUT_COUNT] = 1;
  return {
    ...parts,
    convolution: {
      ...{ filters: 1, tokens, biases: Int32Array.of(-1), steps: Float32Array.of(1) },
      words: Int32Array.of(hashString(first), hashString(second)),
      ...{ heads: Float32Array.of(2 * TELLING), intercepts: Float32Array.of(-TELLING) },
    },
    stack: { ...stack, inputs, weights, hate },
  } satisfies LanguageWeights;
}

const WORDS = `the a to of and is are you they people what say this article good thanks such an idiot moron what for with not
  very nice lovely read it again text one two three here dogs bite men go away`;

/** The weights of a classifier: English, in which `idiot` and `moron` are toxic, and Chinese, in which 蠢 is. */
export function tinyClassifierWeights(): ClassifierWeights {
  const spamWeights = Int16Array.from({ length: 2 ** 10 }, (_, at) => (at % 7) - 3);
  return {
    version: '2026-01-01',
    vocabulary: HashedVocabulary.build(WORDS.split(/\s+/).map((word) => [word, 190] as const)),
    lexicon: ['idiot', 'moron'],
    languages: {
      en: tinyFullLanguage(['idiot', 'moron'], ['go', 'away']),
      zh: tinyUnmarkedLanguage(['蠢']),
    },
    spam: {
      ...{ weights: spamWeights, scale: 0.01, dense: new Float32Array(256).fill(0.01), bias: -1 },
      calibration: { a: 1, b: -1 },
    },
  };
}

export const tinyWeightsFile = (): Uint8Array => writeClassifierWeights(tinyClassifierWeights());
