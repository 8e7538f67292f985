const STEPS = 10_000;

/** Four digits: findings are kept for every comment, and the rest of the digits says nothing. Cut, so that none reaches a threshold by it. */
export function roundScore(score: number): number {
  return Math.floor(score * STEPS) / STEPS;
}
