import { expect, test } from 'vitest';
import { percentile, percentilesOf } from './percentiles.js';

test.each([
  [[7], 50, 7],
  [[1, 2, 3, 4], 50, 2],
  [[1, 2, 3, 4], 75, 3],
  [[1, 2, 3, 4], 76, 4],
  [[1, 2, 3, 4], 100, 4],
  [[1, 2, 3, 4], 0, 1],
])('of %j, the percentile %i is %i', (sorted, percent, expected) => {
  expect(percentile(sorted, percent)).toBe(expected);
});

test('sorts by number and leaves the samples as they are', () => {
  const samples = [100, 9, 20];
  expect(percentilesOf(samples)).toEqual({ count: 3, p50: 20, p95: 100, p99: 100, max: 100 });
  expect(samples).toEqual([100, 9, 20]);
});

test('is null of nothing', () => {
  expect(percentilesOf([])).toBeNull();
});
