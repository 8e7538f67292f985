import type { Row } from '../data/corpus.js';
import type { SparseRows } from './sparse-rows.js';

/** A feature of fewer texts says more about them than about language. */
const FEWEST_TEXTS = 5;
/** Keeps what is evenly spread from vanishing altogether. */
const LEAST = 0.05;
const SMOOTHING = 1;
/** Hate as tweets have it must not drown what comments say of a word. */
const HATE_SHARE = 0.1;
const STEPS = 127;

/** How much each bucket counts, in steps of `step`; 0 for buckets that are not used. */
export interface FeatureScales {
  steps: Uint8Array;
  step: number;
}

/** The label that decides how evenly a feature is spread: the first that the row has. */
function sideOf({ labels }: Row): number {
  const toxicity = labels[0] as number;
  return toxicity >= 0 ? toxicity : (labels[labels.length - 1] as number);
}

/**
 * The absolute log-count ratio of every feature between toxic and civil texts, as in NB-SVM (Wang and Manning 2012): what is
 * spread evenly counts little, whatever its frequency. An `exponent` below 1 brings the features nearer to each other.
 */
export function featureScales(
  rows: readonly Row[],
  { offsets, buckets }: SparseRows,
  size: number,
  exponent: number,
): FeatureScales {
  const texts = new Int32Array(size);
  const sides = [new Float64Array(size), new Float64Array(size)] as const;
  const totals: [number, number] = [SMOOTHING, SMOOTHING];
  rows.forEach((row, index) => {
    const side = sideOf(row);
    if (row.validation || (side !== 0 && side !== 1)) return;
    const weight = (row.labels[0] as number) >= 0 ? row.weight : row.weight * HATE_SHARE;
    totals[side] += weight;
    for (let at = offsets[index] as number; at < (offsets[index + 1] as number); at++) {
      const bucket = buckets[at] as number;
      texts[bucket] = (texts[bucket] as number) + 1;
      sides[side][bucket] = (sides[side][bucket] as number) + weight;
    }
  });
  const ratios = Float64Array.from(texts, (count, bucket) => {
    if (count < FEWEST_TEXTS) return 0;
    const toxic = ((sides[1][bucket] as number) + SMOOTHING) / totals[1];
    const civil = ((sides[0][bucket] as number) + SMOOTHING) / totals[0];
    return Math.max(LEAST, Math.abs(Math.log(toxic / civil))) ** exponent;
  });
  const step = ratios.reduce((most, ratio) => Math.max(most, ratio), 0) / STEPS;
  const steps = Uint8Array.from(ratios, (ratio) =>
    ratio === 0 ? 0 : Math.max(1, Math.round(ratio / step)),
  );
  return { steps, step };
}
