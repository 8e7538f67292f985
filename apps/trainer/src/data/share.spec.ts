import { describe, expect, it } from 'vitest';
import { inShare, isValidation } from './share.js';

const keys = Array.from({ length: 20_000 }, (_, index) => `text ${index}`);

describe('inShare', () => {
  it.each([2, 4, 5, 12])('chooses about one key in %i', (of) => {
    const chosen = keys.filter((key) => inShare(key, of)).length;
    // Four standard deviations to either side.
    const tolerance = 4 * Math.sqrt((keys.length / of) * (1 - 1 / of));
    expect(Math.abs(chosen - keys.length / of)).toBeLessThan(tolerance);
  });

  it('chooses all where the share is the whole', () => {
    expect(keys.every((key) => inShare(key, 1))).toBe(true);
  });

  it('chooses by the key alone', () => {
    expect(keys.filter((key) => inShare(key, 5))).toEqual(keys.filter((key) => inShare(key, 5)));
  });

  it('keeps about one row in twelve for validation', () => {
    const kept = keys.filter(isValidation).length;
    expect(kept / keys.length).toBeCloseTo(1 / 12, 2);
  });
});
