import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantize } from './quantize.js';

const values = fc
  .array(fc.oneof(fc.float({ min: -100, max: 100, noNaN: true }), fc.constant(0)))
  .map((list) => Float32Array.from(list, (value) => (Math.abs(value) < 1e-20 ? 0 : value)));

describe('quantize', () => {
  it('errs by half a step at most, and leaves zeros as they are', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { numbers, step } = quantize(given);
        expect(numbers).toHaveLength(given.length);
        given.forEach((value, at) => {
          const error = Math.abs(value - (numbers[at] as number) * step);
          expect(error).toBeLessThanOrEqual(step * 0.5001);
          if (value === 0) expect(numbers[at]).toBe(0);
        });
      }),
    );
  });

  it('uses all steps: the largest number is the last', () => {
    const { numbers, step } = quantize(Float32Array.of(0, 0.5, -2));
    expect([...numbers]).toEqual([0, 32, -127]);
    expect(step).toBeCloseTo(2 / 127, 6);
  });

  it.each([[[]], [[0, 0, 0]]])('takes nothing for nothing: %j', (given) => {
    const { numbers, step } = quantize(Float32Array.from(given));
    expect([...numbers]).toEqual(given);
    expect(step).toBeGreaterThan(0);
  });

  it('clips two giants among ten thousand, for the precision of all others', () => {
    const given = Float32Array.from({ length: 10_000 }, (_, at) => 1 + at / 10_000);
    given.set([1_000, -1_000]);
    const { numbers, step } = quantize(given);
    expect(step).toBeCloseTo(2 / 127, 4);
    expect([...numbers.subarray(0, 2)]).toEqual([127, -127]);
  });

  it('does not count zeros among the ten thousand', () => {
    const given = new Float32Array(100_000);
    given.set([1, 1, 1, 1_000]);
    expect(quantize(given).step).toBeCloseTo(1_000 / 127, 4);
  });
});
