import {
  FeatureReader,
  type GramBuffer,
  LinearScorer,
  type LinearTable,
  LINEAR_OUTPUTS,
  type Normalizer,
} from '#classifier';
import type { Row } from '../data/corpus.js';
import type { Random } from '../obfuscate/random.js';
import type { FeatureScales } from '../toxicity/feature-scales.js';
import { readRows } from '../toxicity/read-rows.js';
import type { SparseRows } from '../toxicity/sparse-rows.js';
import { type LinearSettings, trainLinear } from '../toxicity/train-linear.js';

/**
 * What the models are compared with where no figure is known: one logistic regression over hashed words and pairs, and pieces
 * of words, weighed by log frequency and inverse document frequency.
 */
const BUCKETS = 2 ** 18;
const LONGEST_GRAM = 2;
const SETTINGS: LinearSettings = { epochs: 3, learningRate: 0.1, l2: 1e-4, smoothing: 0 };
/** The hate sets at a tenth: at their full weight the reference is worse on comments. */
const HATE_WEIGHT = 0.1;
const STEPS = 127;

/** One label for all, as the sets have it. */
function singleLabel(row: Row): Row {
  const labels = new Int8Array(LINEAR_OUTPUTS.length).fill(-1);
  labels[0] = row.positive;
  const weight = (row.labels[0] as number) < 0 ? HATE_WEIGHT : row.weight;
  return { ...row, labels, weight };
}

function inverseFrequencies(rows: readonly Row[], { offsets, buckets }: SparseRows): FeatureScales {
  const texts = new Float64Array(BUCKETS);
  rows.forEach(({ validation }, row) => {
    if (validation) return;
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
      const bucket = buckets[at] as number;
      texts[bucket] = (texts[bucket] as number) + 1;
    }
  });
  const scales = texts.map((count) => (count === 0 ? 0 : Math.log(rows.length / count) + 1));
  const step = scales.reduce((most, scale) => Math.max(most, scale), 0) / STEPS;
  const steps = Uint8Array.from(scales, (scale) =>
    scale === 0 ? 0 : Math.max(1, Math.round(scale / step)),
  );
  return { steps, step };
}

/** Trains the reference model; what comes back scores a text, in log-odds. */
export function trainReference(
  rows: readonly Row[],
  { normalizer, random }: { normalizer: Normalizer; random: Random },
): (text: string) => number {
  const labeled = rows.map(singleLabel);
  const reading = { size: BUCKETS, longestGram: LONGEST_GRAM };
  const { features } = readRows(labeled, normalizer, reading, () => undefined);
  const scales = inverseFrequencies(labeled, features);
  const options = { settings: SETTINGS, random, onProgress: () => undefined };
  const table: LinearTable = trainLinear(labeled, features, scales, options);
  return scorerOf(table, normalizer);
}

function scorerOf(table: LinearTable, normalizer: Normalizer): (text: string) => number {
  const scorer = new LinearScorer(table);
  const reader = new FeatureReader(LONGEST_GRAM);
  return (original) => {
    const text = normalizer.normalize(original);
    reader.read(text, original, 0, text.length);
    const { hashes, count }: GramBuffer = reader.grams;
    scorer.score(hashes, count);
    return scorer.outputs[0] as number;
  };
}
