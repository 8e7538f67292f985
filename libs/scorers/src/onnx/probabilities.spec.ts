import { describe, expect, it } from 'vitest';
import { toProbabilities } from './probabilities.js';

describe('toProbabilities', () => {
  it('reads each label by itself', () => {
    const [a, b, c] = toProbabilities([0, 2, -1000], 'each');
    expect(a).toBe(0.5);
    expect(b).toBeCloseTo(0.8808, 4);
    expect(c).toBe(0);
  });

  it('reads one label of all, whose probabilities make 1', () => {
    const probabilities = toProbabilities([1000, 1000, 998], 'one-of-all');
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(probabilities[0]).toBe(probabilities[1]);
  });
});
