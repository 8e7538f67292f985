import { byScore } from './by-score.js';

/** How flagged rows and positives meet. */
export interface Detection {
  /** The share of the flagged that are positive, 0 to 1; `NaN` where nothing is flagged. */
  precision: number;
  /** The share of the positives that are flagged, 0 to 1; `NaN` without positives. */
  recall: number;
  /** Harmonic mean of both (van Rijsbergen 1979), as `2 hits / (flagged + positives)`: 0 where nothing is right; `NaN` without positives. */
  f1: number;
}

/** Precision, recall and F1 from counts; `hits` are the positives among the flagged. */
export function detectionOf(hits: number, flagged: number, positives: number): Detection {
  return {
    precision: hits / flagged,
    recall: hits / positives,
    f1: positives === 0 ? NaN : (2 * hits) / (flagged + positives),
  };
}

/** Precision, recall and F1 of flagging every score from `threshold` on. */
export function f1At(
  scores: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
  threshold: number,
): Detection {
  let [hits, flagged, positives] = [0, 0, 0];
  for (let place = 0; place < scores.length; place++) {
    const isFlagged = (scores[place] as number) >= threshold;
    if (positive[place]) positives++;
    if (isFlagged) flagged++;
    if (isFlagged && positive[place]) hits++;
  }
  return detectionOf(hits, flagged, positives);
}

/** The highest F1 that any threshold reaches, and the highest threshold that reaches it; `NaN` without positives. */
export function bestF1(
  scores: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
): { f1: number; threshold: number } {
  const order = byScore(scores);
  const positives = order.reduce((sum, place) => sum + (positive[place] ? 1 : 0), 0);
  const best = { f1: positives === 0 ? NaN : 0, threshold: Infinity };
  let hits = 0;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const place = order[rank] as number;
    if (positive[place]) hits++;
    const score = scores[place] as number;
    // Equal scores are flagged together.
    if (rank > 0 && scores[order[rank - 1] as number] === score) continue;
    const { f1 } = detectionOf(hits, order.length - rank, positives);
    if (f1 > best.f1) Object.assign(best, { f1, threshold: score });
  }
  return best;
}
