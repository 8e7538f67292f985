import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../obfuscate/random.js';
import { fitLogistic } from './fit-logistic.js';

const random = mulberry32(1);
const TRUE = [1.5, -0.8, 0.4];
const inputs = Array.from({ length: 4_000 }, () =>
  Float64Array.of(4 * random() - 2, 4 * random() - 2, 1),
);
const chanceOf = (input: Float64Array, parameters: ArrayLike<number>): number =>
  1 /
  (1 + Math.exp(-input.reduce((sum, value, at) => sum + value * (parameters[at] as number), 0)));
const targets = inputs.map((input) => (random() < chanceOf(input, TRUE) ? 1 : 0));
const ones = inputs.map(() => 1);

describe('fitLogistic', () => {
  const found = fitLogistic(inputs, targets, ones);

  it('finds what made the targets', () => {
    TRUE.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 0.5));
  });

  it('ends where nothing can be gained: the pull of the examples is that of the ridge', () => {
    for (const at of [0, 1, 2]) {
      const pull = inputs.reduce((sum, input, index) => {
        const error = (targets[index] as number) - chanceOf(input, found);
        return sum + error * (input[at] as number);
      }, 0);
      // The intercept has no ridge.
      expect(pull).toBeCloseTo(at === 2 ? 0 : 0.5 * (found[at] as number), 4);
    }
  });

  it('counts an example of weight two twice', () => {
    const half = inputs.slice(0, 500);
    const twice = fitLogistic(
      [...half, ...half],
      [...targets.slice(0, 500), ...targets.slice(0, 500)],
      ones,
    );
    const weighed = fitLogistic(
      half,
      targets,
      half.map(() => 2),
    );
    weighed.forEach((value, at) => expect(value).toBeCloseTo(twice[at] as number, 6));
  });

  it('stays finite where one input tells everything', () => {
    const certain = fitLogistic(
      [-2, -1, 1, 2].map((value) => Float64Array.of(value, 1)),
      ...([[0, 0, 1, 1], ones] as const),
    );
    expect(certain[0]).toBeGreaterThan(0);
    expect(certain[0]).toBeLessThan(20);
  });

  it('shares the weight between two inputs that say the same', () => {
    const same = inputs.map((input) => Float64Array.of(input[0] as number, input[0] as number, 1));
    const [first, second] = fitLogistic(same, targets, ones);
    expect(first).toBeCloseTo(second as number, 6);
  });
});
