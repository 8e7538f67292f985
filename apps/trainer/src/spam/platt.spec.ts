import { describe, expect, it } from 'vitest';
import { fitPlatt } from './platt.js';
import { mulberry32 } from '../obfuscate/random.js';

/** Labels drawn with the probability that a and b give each score. */
function drawn(a: number, b: number) {
  const random = mulberry32(7);
  return Array.from({ length: 20_000 }, () => {
    const score = random() * 8 - 4;
    return { score, positive: random() < 1 / (1 + Math.exp(-(a * score + b))), weight: 1 };
  });
}

describe('fitPlatt', () => {
  it('finds the calibration that the labels were drawn with', () => {
    const { a, b } = fitPlatt(drawn(0.7, -2));
    expect(a).toBeCloseTo(0.7, 1);
    expect(b).toBeCloseTo(-2, 1);
  });

  it('stays finite where the scores separate the labels', () => {
    const { a, b } = fitPlatt([
      { score: -5, positive: false, weight: 1 },
      { score: 5, positive: true, weight: 1 },
    ]);
    expect(Number.isFinite(a) && Number.isFinite(b)).toBe(true);
    expect(a).toBeGreaterThan(0);
  });

  it('never turns the order of the scores around', () => {
    const { a } = fitPlatt([
      { score: 5, positive: false, weight: 1 },
      { score: -5, positive: true, weight: 1 },
    ]);
    expect(a).toBeGreaterThan(0);
  });
});
