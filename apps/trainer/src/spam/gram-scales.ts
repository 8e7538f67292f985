import type { SpamVector } from './vectorize.js';

/** What n-grams without a lean count, and what each unit of leaning adds. */
const LEAST = 0.1;
const SLOPE = 0.8;
/** Weighted rows that every n-gram is taken to have had of spam and of ham: rare ones lean by chance. */
const DOUBT = 10;

/**
 * How much the presence of the n-grams of each bucket counts: the more, the more it leans to spam or to ham. After Wang and
 * Manning, Baselines and Bigrams (2012), who multiply by the log-count ratio itself; here it is its size, so that the sign
 * stays the fit's to decide.
 */
export function gramScales(
  vectors: readonly SpamVector[],
  weightOf: Float64Array,
  buckets: number,
): Float32Array {
  const spam = new Float64Array(buckets);
  const ham = new Float64Array(buckets);
  let allSpam = DOUBT;
  let allHam = DOUBT;
  for (const [row, vector] of vectors.entries()) {
    const counts = vector.spam === 1 ? spam : ham;
    const weight = weightOf[row] as number;
    if (vector.spam === 1) allSpam += weight;
    else allHam += weight;
    for (const id of vector.ids) {
      const bucket = id & (buckets - 1);
      counts[bucket] = (counts[bucket] as number) + weight;
    }
  }
  const even = Math.log(allSpam / allHam);
  return Float32Array.from(spam, (count, bucket) => {
    const lean = Math.log((count + DOUBT) / ((ham[bucket] as number) + DOUBT)) - even;
    return LEAST + SLOPE * Math.abs(lean);
  });
}
