import {
  type Classification,
  Classifier,
  hashString,
  HashedVocabulary,
  type LanguageWeights,
  usedBits,
  OUTPUT_COUNT,
  TOXICITY_LABELS,
  writeClassifierWeights,
} from '#classifier';
import type { Scorer } from './scorer.js';

/** Numbers a bucket of the linear table. */
const STRIDE = OUTPUT_COUNT + 1;
const BUCKETS = 2 ** 14;
/** Everything but these words weighs nothing. */
const TOXIC_WORDS = ['idiot', 'moron'];
const ENGLISH = `the a to of and is are you they people what say this article good thanks such an idiot moron what for
  with not very nice lovely read it again text one two three here`;
const LABELS = TOXICITY_LABELS.length;
/** Log-odds of 0.05, and what makes 0.95 of it. */
const UNLIKELY = -3;
const TELLING = 6;

function tinyEnglish(): LanguageWeights {
  const linear = new Int8Array(BUCKETS * STRIDE);
  const rationale = new Int8Array(BUCKETS);
  for (const word of TOXIC_WORDS) {
    const bucket = hashString(word) & (BUCKETS - 1);
    linear.fill(1, bucket * STRIDE, bucket * STRIDE + 2);
    rationale[bucket] = 1;
  }
  // Only toxicity hears what the table says; the other labels always answer the same.
  const stack = new Float32Array(OUTPUT_COUNT * LABELS);
  stack[0] = 1;
  const steps = Float32Array.from({ length: STRIDE }, (_, at) => (at === 1 ? TELLING : 1));
  return {
    longestGram: 2,
    linear: {
      ...{ used: usedBits(BUCKETS, () => true), weights: linear, steps },
      intercepts: new Float32Array(OUTPUT_COUNT),
    },
    convolution: null,
    stack: {
      inputs: OUTPUT_COUNT,
      weights: stack,
      intercepts: new Float32Array(LABELS).fill(UNLIKELY),
      ...{ hate: null, slope: 1 },
    },
    rationale: {
      ...{ weights: rationale, step: TELLING, intercept: UNLIKELY, textWeight: 0, threshold: 0.5 },
    },
  };
}

/** A weights file for English in which `idiot` and `moron` are toxic (0.95) and any other text is not (0.05). */
export function tinyWeights(): Uint8Array {
  const words = ENGLISH.split(/\s+/);
  return writeClassifierWeights({
    version: '2026-01-01',
    vocabulary: HashedVocabulary.build(words.map((word) => [word, 190] as const)),
    lexicon: TOXIC_WORDS,
    languages: { en: tinyEnglish() },
    spam: {
      ...{ weights: new Int16Array(8), scale: 1, dense: new Float32Array(256), bias: 0 },
      calibration: { a: 1, b: UNLIKELY },
    },
  });
}

/** A classifier of these weights; what has a link in it is spam (0.9), other texts are not (0.2). */
export function tinyScorer(): Scorer {
  const classifier = Classifier.load(tinyWeights());
  return {
    classify: (...given): Classification => classifier.classify(...given),
    scoreSpam: (text) => (text.includes('http') ? 0.9 : 0.2),
  };
}
