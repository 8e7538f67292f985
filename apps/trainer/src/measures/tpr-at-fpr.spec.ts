import { expect, test } from 'vitest';
import { pointAtFpr, tprAtFpr } from './tpr-at-fpr.js';

const SCORES = [0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3];
const POSITIVE = [1, 1, 0, 1, 0, 1, 0, 0];

test.each([
  [0, 0.9, 2 / 4, 0],
  [0.24, 0.9, 2 / 4, 0],
  [0.25, 0.7, 3 / 4, 1 / 4],
  [0.5, 0.5, 1, 2 / 4],
  [1, 0.3, 1, 1],
])(
  'with at most %d of the negatives flagged, takes the lowest threshold',
  (most, threshold, truePositiveRate, falsePositiveRate) => {
    const point = pointAtFpr(SCORES, POSITIVE, most);
    expect(point).toEqual({ threshold, truePositiveRate, falsePositiveRate });
    expect(tprAtFpr(SCORES, POSITIVE, most)).toBe(truePositiveRate);
  },
);

test('flags equal scores together or not at all', () => {
  expect(pointAtFpr([0.9, 0.5, 0.5, 0.1], [1, 1, 0, 0], 0.2)).toEqual({
    ...{ threshold: 0.9, truePositiveRate: 0.5, falsePositiveRate: 0 },
  });
  expect(pointAtFpr([0.5, 0.5], [1, 0], 0.5)?.threshold).toBe(Infinity);
});

test('is not a number where a class is missing', () => {
  expect(tprAtFpr([0.1, 0.2], [0, 0], 0.05)).toBeNaN();
  expect(tprAtFpr([0.1, 0.2], [1, 1], 0.05)).toBeNaN();
});
