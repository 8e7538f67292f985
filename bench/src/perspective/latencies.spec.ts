import { describe, expect, it } from 'vitest';
import { latenciesOf, percentile } from './latencies.js';

describe('percentile', () => {
  it.each([
    [[1], 0.99, 1],
    [[3, 1, 2], 0.5, 2],
    [[4, 3, 2, 1], 0.5, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.99, 99],
    [Array.from({ length: 101 }, (_, index) => index + 1), 0.99, 100],
    [[], 0.5, Number.NaN],
  ])('of %j, %d: %d', (values, share, value) => {
    expect(percentile(values, share)).toBe(value);
  });

  it('tells the middle, the slow and the slowest', () => {
    expect(latenciesOf([5, 1, 9])).toEqual({ p50: 5, p99: 9, highest: 9 });
  });
});
