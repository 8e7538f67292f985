import { byScore } from './by-score.js';

/** A threshold and what flagging every score from it on does. */
export interface OperatingPoint {
  /** Scores from here on are flagged; `Infinity` flags nothing. */
  threshold: number;
  /** The share of positives that are flagged, 0 to 1. */
  truePositiveRate: number;
  /** The share of negatives that are flagged, 0 to 1. */
  falsePositiveRate: number;
}

/**
 * The point of the ROC curve that flags the most positives while at most the share `most` (0 to 1) of the negatives is flagged.
 * Equal scores are flagged together. `null` where either class is missing.
 */
export function pointAtFpr(
  scores: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
  most: number,
): OperatingPoint | null {
  const order = byScore(scores);
  const positives = order.reduce((sum, place) => sum + (positive[place] ? 1 : 0), 0);
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  const point = { threshold: Infinity, truePositiveRate: 0, falsePositiveRate: 0 };
  let [hits, alarms] = [0, 0];
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const place = order[rank] as number;
    if (positive[place]) hits++;
    else alarms++;
    const score = scores[place] as number;
    const isTied = rank > 0 && scores[order[rank - 1] as number] === score;
    if (alarms / negatives > most) break;
    if (isTied) continue;
    point.threshold = score;
    point.truePositiveRate = hits / positives;
    point.falsePositiveRate = alarms / negatives;
  }
  return point;
}

/** The share of positives found, 0 to 1, where at most the share `most` of the negatives is flagged; `NaN` where either class is missing. */
export function tprAtFpr(
  scores: ArrayLike<number>,
  positive: ArrayLike<number | boolean>,
  most: number,
): number {
  return pointAtFpr(scores, positive, most)?.truePositiveRate ?? NaN;
}
