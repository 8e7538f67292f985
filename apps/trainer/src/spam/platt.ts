/** A score with its label and what it counts. */
export interface WeightedScore {
  score: number;
  positive: boolean;
  weight: number;
}

const STEPS = 50;
const RIDGE = 1e-6;
/** A calibration must keep the order of the scores. */
const FLATTEST = 0.05;

/**
 * Fits 1 / (1 + exp(-(a × score + b))) to weighted labels by Newton's method (Platt 1999, without his smoothing of the
 * labels, which a few thousand rows do not need).
 */
export function fitPlatt(scores: readonly WeightedScore[]): { a: number; b: number } {
  let a = 1;
  let b = 0;
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, RIDGE, 0, RIDGE];
    for (const { score, positive, weight } of scores) {
      const probability = 1 / (1 + Math.exp(-(a * score + b)));
      const error = weight * (probability - (positive ? 1 : 0));
      const bend = weight * probability * (1 - probability);
      ga += error * score;
      gb += error;
      haa += bend * score * score;
      hab += bend * score;
      hbb += bend;
    }
    const determinant = haa * hbb - hab * hab;
    if (determinant < 1e-12) break;
    // Half steps at most: far from the minimum a whole one overshoots.
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    const damping = Math.min(1, 1 / Math.max(Math.abs(da), Math.abs(db) / 4));
    a = Math.max(FLATTEST, a - da * damping);
    b -= db * damping;
    if (Math.abs(da) + Math.abs(db) < 1e-8) break;
  }
  return { a, b };
}
