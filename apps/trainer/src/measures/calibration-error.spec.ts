import { expect, test } from 'vitest';
import { expectedCalibrationError } from './calibration-error.js';

test.each([
  ['certain and right', [0, 0, 1, 1], [0, 0, 1, 1], 0],
  ['certain and wrong', [1, 0], [0, 1], 1],
  ['as often as it says', [0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0], 0],
  ['off by a quarter', [0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0], 0.25],
  // Bins of [0, 1/15) and of [14/15, 1]: (2 * |0.05 - 0.5| + 2 * |0.95 - 0.5|) / 4.
  ['bins weigh as much as they have rows', [0.05, 0.05, 0.95, 0.95], [1, 0, 1, 0], 0.45],
])('%s', (_, probabilities, positive, expected) => {
  expect(expectedCalibrationError(probabilities, positive)).toBeCloseTo(expected, 12);
});

test('errors in opposite directions cancel out within a bin, and not between bins', () => {
  expect(expectedCalibrationError([0.4, 0.6], [1, 0], 1)).toBeCloseTo(0, 12);
  expect(expectedCalibrationError([0.4, 0.6], [1, 0], 2)).toBeCloseTo(0.6, 12);
});

test('a probability of 1 belongs to the last bin', () => {
  expect(expectedCalibrationError([1, 0.99], [1, 1])).toBeCloseTo(0.005, 12);
});

test('refuses what is no probability, and has no answer for no rows', () => {
  expect(() => expectedCalibrationError([1.2], [1])).toThrow(
    'A probability is from 0 to 1, not 1.2.',
  );
  expect(() => expectedCalibrationError([NaN], [1])).toThrow(RangeError);
  expect(expectedCalibrationError([], [])).toBeNaN();
});
