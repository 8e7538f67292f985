import { expect, test } from 'vitest';
import { auc } from './auc.js';

test.each([
  ['positives above all negatives', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1], 1],
  ['positives below all negatives', [0.9, 0.8, 0.2, 0.1], [0, 0, 1, 1], 0],
  // The pairs (0.35, 0.1), (0.8, 0.1) and (0.8, 0.4) of four are in order; also the example of scikit-learn's roc_auc_score.
  ['three of four pairs in order', [0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.75],
  ['a tie counts half', [0.5, 0.5], [0, 1], 0.5],
  ['ties within a class change nothing', [0.2, 0.2, 0.7, 0.7], [0, 0, 1, 1], 1],
  ['two ties and a pair in order', [1, 2, 2, 2], [0, 1, 0, 1], 0.75],
  ['log-odds, infinite ones too', [-Infinity, -2, 3, Infinity], [0, 0, 1, 1], 1],
])('%s', (_, scores, positive, expected) => {
  expect(auc(scores, positive)).toBeCloseTo(expected, 12);
  expect(auc(Float64Array.from(scores), positive.map(Boolean))).toBeCloseTo(expected, 12);
});

test.each([
  [
    [0.1, 0.2],
    [1, 1],
  ],
  [
    [0.1, 0.2],
    [0, 0],
  ],
  [[], []],
])('is not a number where a class is missing: %j %j', (scores, positive) => {
  expect(auc(scores, positive)).toBeNaN();
});

test('refuses a score that is not a number, which no order has a place for', () => {
  expect(() => auc([0.1, NaN], [0, 1])).toThrow('The score at place 1 is not a number.');
});

test('equals the share of pairs in order, counted one by one', () => {
  const scores = Array.from({ length: 300 }, (_, index) => (index * 7919) % 61);
  const positive = scores.map((score, index) => (index * 31 + score) % 5 === 0);
  let [pairs, inOrder] = [0, 0];
  scores.forEach((high, first) =>
    scores.forEach((low, second) => {
      if (!positive[first] || positive[second]) return;
      pairs += 1;
      inOrder += high > low ? 1 : high === low ? 0.5 : 0;
    }),
  );
  expect(auc(scores, positive)).toBeCloseTo(inOrder / pairs, 12);
});
