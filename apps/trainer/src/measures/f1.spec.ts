import { expect, test } from 'vitest';
import { bestF1, f1At } from './f1.js';

const SCORES = [0.9, 0.8, 0.7, 0.6, 0.2];
const POSITIVE = [1, 0, 1, 1, 0];

test.each([
  [0.85, 1, 1 / 3, 0.5],
  [0.8, 1 / 2, 1 / 3, 0.4],
  [0.6, 3 / 4, 1, 6 / 7],
  [0, 3 / 5, 1, 0.75],
])('flags scores from %d on, the threshold itself included', (threshold, precision, recall, f1) => {
  const detection = f1At(SCORES, POSITIVE, threshold);
  expect(detection.precision).toBeCloseTo(precision, 12);
  expect(detection.recall).toBeCloseTo(recall, 12);
  expect(detection.f1).toBeCloseTo(f1, 12);
});

test('where nothing is flagged, F1 is 0 and there is no precision', () => {
  expect(f1At(SCORES, POSITIVE, 0.95)).toEqual({ precision: NaN, recall: 0, f1: 0 });
});

test('without positives there is no F1', () => {
  expect(f1At([0.4], [0], 0.1).f1).toBeNaN();
  expect(bestF1([0.4], [0]).f1).toBeNaN();
});

test('the best F1 is the highest of all thresholds', () => {
  const best = bestF1(SCORES, POSITIVE);
  expect(best.threshold).toBe(0.6);
  expect(best.f1).toBeCloseTo(Math.max(...SCORES.map((at) => f1At(SCORES, POSITIVE, at).f1)), 12);
});

test('equal scores are flagged together: no threshold lies between them', () => {
  expect(bestF1([0.5, 0.5, 0.5], [1, 0, 0])).toEqual({ f1: 0.5, threshold: 0.5 });
});
