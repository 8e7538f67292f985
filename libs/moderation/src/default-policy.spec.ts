import { describe, expect, it } from 'vitest';
import { LABELS } from '#contract';
import { DEFAULT_POLICY } from './default-policy.js';

describe('the default policy', () => {
  it('has thresholds for every label, within 0 and 1, holding no later than rejecting', () => {
    for (const label of LABELS) {
      const { hold, reject } = DEFAULT_POLICY.thresholds[label];
      for (const limit of [hold, reject]) expect(limit ?? 0.5).toBeGreaterThan(0);
      for (const limit of [hold, reject]) expect(limit ?? 0.5).toBeLessThanOrEqual(1);
      expect(hold ?? 0).toBeLessThanOrEqual(reject ?? 1);
    }
  });

  it('cannot be changed by accident', () => {
    expect(() => void (DEFAULT_POLICY.thresholds.spam.hold = 0)).toThrow(TypeError);
    expect(() => void DEFAULT_POLICY.words.banned.push('x')).toThrow(TypeError);
    expect(() => void (DEFAULT_POLICY.flood.author.perMinute = 1)).toThrow(TypeError);
  });
});
