import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossValidated, heldFrom, precisionOf, recallOf, thresholdFor } from './judged-scores.js';

const judged = (...values: [number, number][]) =>
  values.map(([score, positive]) => ({ score, positive: positive === 1 }));
/** Twenty from 0.05 to 1: those from 0.6 on are rightly held, and so is 0.3. */
const twenty = judged(
  ...Array.from({ length: 20 }, (_, n): [number, number] => [
    (n + 1) / 20,
    n >= 11 || n === 5 ? 1 : 0,
  ]),
);
const some = fc.array(fc.record({ score: fc.nat(20).map((n) => n / 20), positive: fc.boolean() }), {
  maxLength: 80,
});
const target = fc.record({
  of: fc.constantFrom('precision' as const, 'recall' as const),
  share: fc.double({ min: 0.05, max: 1, noNaN: true }),
});

describe('the threshold for a target', () => {
  it.each([
    // 9 of 11 from 0.5 on, 10 of 15 from 0.3 on, 10 of 20 in all.
    ['precision', 0.9, 0.55],
    ['precision', 0.66, 0.3],
    ['precision', 0.5, 0.05],
    ['recall', 0.9, 0.55],
    ['recall', 1, 0.3],
  ] as const)('of %s %d is %d', (of, share, expected) => {
    expect(thresholdFor(twenty, { of, share })).toBe(expected);
  });

  it('is none where no threshold reaches it, and none of fewer than ten', () => {
    const wrong = twenty.map(({ score }) => ({ score, positive: false }));
    expect(thresholdFor(wrong, { of: 'precision', share: 0.5 })).toBeNull();
    expect(thresholdFor(wrong, { of: 'recall', share: 0.5 })).toBeNull();
    expect(thresholdFor(twenty.slice(-9), { of: 'precision', share: 0.1 })).toBeNull();
  });

  it('reaches what was asked for', () => {
    fc.assert(
      fc.property(some, target, (all, { of, share }) => {
        const threshold = thresholdFor(all, { of, share });
        fc.pre(threshold !== null);
        const held = heldFrom(all, threshold);
        expect(held.held).toBeGreaterThanOrEqual(10);
        const reached = of === 'precision' ? precisionOf(held) : recallOf(held);
        expect(reached).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
});

describe('cross-validation', () => {
  it('counts everything once', () => {
    const many = fc.array(some, { minLength: 3 }).map((parts) => parts.flat());
    fc.assert(
      fc.property(many, fc.constantFrom(0.1, 0.5), (all, share) => {
        const held = crossValidated(all, { of: 'recall', share }, 5);
        if (held === null) return;
        expect(held.positives).toBe(heldFrom(all, 0).positives);
        expect(held.held).toBeLessThanOrEqual(all.length);
        expect(held.rightly).toBeLessThanOrEqual(Math.min(held.held, held.positives));
      }),
    );
    expect(crossValidated(twenty, { of: 'recall', share: 0.5 }, 2)?.positives).toBe(10);
  });

  it('does not believe a threshold that chance gave', () => {
    // The best scores are right once in two, by turns, so that no part can be foretold from the others.
    const chance = Array.from({ length: 200 }, (_, n) => ({
      ...{ score: n / 200, positive: n % 2 === 0 },
    }));
    const asked = { of: 'precision', share: 0.5 } as const;
    const threshold = thresholdFor(chance, asked);
    expect(precisionOf(heldFrom(chance, threshold))).toBeGreaterThanOrEqual(0.5);
    const honest = crossValidated(chance, asked, 5);
    expect(honest && precisionOf(honest)).toBeCloseTo(0.5, 1);
  });
});

it('nothing held has no precision, and nothing to hold no recall', () => {
  expect(heldFrom(twenty, null)).toEqual({ held: 0, rightly: 0, positives: 10 });
  expect(precisionOf({ held: 0, rightly: 0, positives: 3 })).toBeNull();
  expect(recallOf({ held: 3, rightly: 0, positives: 0 })).toBeNull();
});
