import { describe, expect, it } from 'vitest';
import { minimize } from './minimize.js';

describe('minimize', () => {
  it('finds the minimum of a long narrow valley', () => {
    const center = [3, -2, 5];
    const stretch = [1, 100, 10_000];
    const point = new Float64Array(3);
    minimize(
      (at, gradient) => {
        let value = 1e-3;
        for (const [place, middle] of center.entries()) {
          const off = (at[place] ?? 0) - middle;
          const factor = stretch[place] ?? 0;
          value += (factor / 2) * off * off;
          gradient[place] = factor * off;
        }
        return value;
      },
      point,
      100,
    );
    for (const [place, middle] of center.entries()) expect(point[place]).toBeCloseTo(middle, 1);
  });
});
