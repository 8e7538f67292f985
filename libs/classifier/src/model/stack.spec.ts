import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, type Stack, toxicityOf } from './stack.js';

const stack: Stack = {
  inputs: 2,
  weights: Float32Array.of(1, 0, 0.5, 0.25),
  intercepts: Float32Array.of(0, -1),
  hate: null,
  slope: 1,
};
const withHate: Stack = { ...stack, hate: Float32Array.of(0, 1) };

function logOdds(given: Stack, ...outputs: number[]): number[] {
  const found = new Float32Array(given.intercepts.length);
  combine(given, Float32Array.from(outputs), found);
  return [...found];
}

const output = fc.double({ min: -12, max: 12, noNaN: true });

describe('toxicity', () => {
  it('is the weighted sum of the outputs where nothing is known of hate', () => {
    expect(logOdds(stack, 2, 5)[0]).toBe(2);
  });

  it('is at least either of its two ways, and a little more where both agree', () => {
    fc.assert(
      fc.property(output, output, (comment, hate) => {
        const both = toxicityOf(withHate, Float32Array.of(comment, hate));
        const [most, other] = [Math.max(comment, hate), Math.min(comment, hate)];
        expect(both).toBeGreaterThanOrEqual(most - 1e-5);
        expect(both).toBeCloseTo(Math.log(Math.exp(most) + Math.exp(other)), 4);
      }),
    );
  });

  it('is the noisy-or of its two ways for small probabilities', () => {
    const chance = (value: number): number => 1 / (1 + Math.exp(-value));
    const [comment, hate] = [chance(-6), chance(-5)];
    const both = chance(toxicityOf(withHate, Float32Array.of(-6, -5)));
    expect(both).toBeCloseTo(1 - (1 - comment) * (1 - hate), 4);
  });

  it('is calibrated by slope and intercept after the union', () => {
    const calibrated = { ...withHate, slope: 2, intercepts: Float32Array.of(-3, 0) };
    const union = toxicityOf(withHate, Float32Array.of(1, 1));
    expect(logOdds(calibrated, 1, 1)[0]).toBeCloseTo(2 * union - 3, 5);
  });

  it.each([
    [12, 1_000],
    [-12, -1_000],
    [12, Infinity],
    [-12, -Infinity],
  ])('takes no output beyond %d: %d', (most, beyond) => {
    expect(logOdds(withHate, beyond, beyond)).toEqual(logOdds(withHate, most, most));
  });
});

describe('the other labels', () => {
  it('are weighted sums of their own, without slope and hate', () => {
    expect(logOdds({ ...withHate, slope: 3 }, 2, 4)[1]).toBe(0.5 * 2 + 0.25 * 4 - 1);
  });

  it('are left out where they were not taught', () => {
    const taughtOne = { ...stack, intercepts: Float32Array.of(1) };
    expect(logOdds(taughtOne, 2, 4)).toEqual([3]);
  });
});
