import { byScore } from './by-score.js';

/**
 * How often a positive scores above a negative, ties counted half: the area under the ROC curve, 0 to 1, from the rank sum of
 * the positives with mid-ranks (Mann and Whitney 1947; Hanley and McNeil 1982). `NaN` where either class is missing.
 */
export function auc(scores: ArrayLike<number>, positive: ArrayLike<number | boolean>): number {
  const order = byScore(scores);
  let positives = 0;
  let rankSum = 0;
  for (let from = 0; from < order.length;) {
    const score = scores[order[from] as number];
    let to = from;
    let tied = 0;
    for (; to < order.length && scores[order[to] as number] === score; to++) {
      if (positive[order[to] as number]) tied++;
    }
    // Ranks count from 1; those that tie share their mean.
    rankSum += (tied * (from + to + 1)) / 2;
    positives += tied;
    from = to;
  }
  const pairs = positives * (order.length - positives);
  return pairs === 0 ? NaN : (rankSum - (positives * (positives + 1)) / 2) / pairs;
}
