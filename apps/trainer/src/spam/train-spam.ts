import type { SpamModel } from '#classifier';
import { fitSpam, vectorLogOdds } from './fit-spam.js';
import { fitPlatt, type WeightedScore } from './platt.js';
import { mulberry32 } from '../obfuscate/random.js';
import { SPAM_TRAINING, type SpamTraining } from './spam-options.js';
import type { SpamRow } from './spam-row.js';
import { type SpamVector, vectorize } from './vectorize.js';

/** How much of the ham that a model is calibrated on is from civil sources, if there are any. */
const CIVIL_SHARE = 0.9;
/** At most this share of civil comments may reach this probability. */
const CIVIL_ALARMS = 0.004;
const ALARM = 0.7;

/** Deals groups out to folds, so that rows of a group share one. */
function foldsOf(vectors: readonly SpamVector[], options: SpamTraining): Int32Array {
  const random = mulberry32(options.seed);
  const foldOfGroup = new Map<string, number>();
  return Int32Array.from(vectors, ({ group }) => {
    const known = foldOfGroup.get(group);
    if (known !== undefined) return known;
    const fold = Math.floor(random() * options.folds);
    foldOfGroup.set(group, fold);
    return fold;
  });
}

/** The log-odds of each row by a model that has not seen it. */
function heldOutLogOdds(vectors: readonly SpamVector[], options: SpamTraining): Float64Array {
  const folds = foldsOf(vectors, options);
  const scores = new Float64Array(vectors.length);
  for (let fold = 0; fold < options.folds; fold++) {
    const others = vectors.filter((_, row) => folds[row] !== fold);
    if (others.length === vectors.length) continue;
    const model = fitSpam(others, options);
    for (const [row, vector] of vectors.entries()) {
      if (folds[row] === fold) scores[row] = vectorLogOdds(model, vector);
    }
  }
  return scores;
}

/** Weighs the rows so that spam, civil ham and other ham have their shares of the mix. */
function mixOf(
  vectors: readonly SpamVector[],
  scores: Float64Array,
  { civilSources, spamShare }: SpamTraining,
): WeightedScore[] {
  const civil = new Set(civilSources);
  const kindOf = ({ spam, source }: SpamVector) =>
    spam === 1 ? 'spam' : civil.has(source) ? 'civil' : 'other';
  const counts = { spam: 0, civil: 0, other: 0 };
  for (const vector of vectors) counts[kindOf(vector)]++;
  const civilShare = counts.civil === 0 ? 0 : counts.other === 0 ? 1 : CIVIL_SHARE;
  const shares = {
    spam: spamShare,
    civil: (1 - spamShare) * civilShare,
    other: (1 - spamShare) * (1 - civilShare),
  };
  return vectors.map((vector, row) => {
    const kind = kindOf(vector);
    const weight = (shares[kind] * vectors.length) / counts[kind];
    return { score: scores[row] as number, positive: vector.spam === 1, weight };
  });
}

/** Lowers `b` until few enough civil comments raise an alarm: a wrong hold costs more than a missed advertisement. */
function calmed(
  calibration: { a: number; b: number },
  civilScores: readonly number[],
): { a: number; b: number } {
  if (civilScores.length === 0) return calibration;
  const descending = civilScores.toSorted((x, y) => y - x);
  const limit = descending[Math.floor(descending.length * CIVIL_ALARMS)] ?? 0;
  const highest = Math.log(ALARM / (1 - ALARM)) - calibration.a * limit;
  return { a: calibration.a, b: Math.min(calibration.b, highest) };
}

function calibrate(
  vectors: readonly SpamVector[],
  options: SpamTraining,
): { a: number; b: number } {
  const scores = heldOutLogOdds(vectors, options);
  const civil = new Set(options.civilSources);
  const civilScores = Array.from(scores).filter((_, row) => {
    const vector = vectors[row];
    return vector?.spam === 0 && civil.has(vector.source);
  });
  return calmed(fitPlatt(mixOf(vectors, scores, options)), civilScores);
}

/**
 * Trains the content part of the spam score. Rows are read once; the model is calibrated on scores of rows that were held out
 * of training (whole groups at a time), weighted to a mix of `spamShare` spam. Takes a minute for 20,000 rows.
 */
export function trainSpam(
  rows: readonly SpamRow[],
  changes: Partial<SpamTraining> = {},
): SpamModel {
  const options = { ...SPAM_TRAINING, ...changes };
  const vectors = vectorize(rows);
  const model = fitSpam(vectors, options);
  return { ...model, calibration: calibrate(vectors, options) };
}
