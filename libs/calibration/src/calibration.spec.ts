import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement } from './agreement.js';
import { matchingThreshold, shareFrom } from './matching-threshold.js';
import { ranks, spearman } from './rank-correlation.js';
import { ScoreColumn } from './score-column.js';

const list = (...values: number[]) => Float64Array.from(values);
const score = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
const scores = fc.array(score, { maxLength: 60 }).map((values) => Float64Array.from(values));
const pairs = fc
  .array(fc.tuple(score, score), { maxLength: 60 })
  .map((all) => [list(...all.map(([a]) => a)), list(...all.map(([, b]) => b))] as const);

describe('ranks', () => {
  it.each([
    [[], []],
    [[7], [1]],
    [
      [0.3, 0.1, 0.2],
      [3, 1, 2],
    ],
    [
      [5, 5, 1, 5],
      [3, 3, 1, 3],
    ],
    [
      [1, 2, 2, 3, 3, 3],
      [1, 2.5, 2.5, 5, 5, 5],
    ],
  ])('of %j are %j', (values, expected) => {
    expect([...ranks(list(...values))]).toEqual(expected);
  });

  it('sum up to n(n+1)/2, whatever is equal', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const n = values.length;
        expect(ranks(values).reduce((a, b) => a + b, 0)).toBe((n * (n + 1)) / 2);
      }),
    );
  });
});

describe('Spearman’s rank correlation', () => {
  // The second is the usual textbook's, IQ and hours before the television: -29/165.
  it.each<[number[], number[], number | null]>([
    [[1, 2, 3], [10, 20, 30], 1],
    [
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
      -29 / 165,
    ],
    [[1, 2, 3, 4], [4, 3, 2, 1], -1],
    [[1, 2, 2, 3], [1, 3, 2, 4], 4.5 / Math.sqrt(4.5 * 5)],
    [[1, 1, 1], [1, 2, 3], null],
    [[], [], null],
    [[1], [1], null],
  ])('of %j and %j is %j', (a, b, expected) => {
    const found = spearman(list(...a), list(...b));
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 12);
  });

  it('is symmetric and within -1 and 1', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const found = spearman(a, b);
        expect(found).toEqual(spearman(b, a));
        expect(Math.abs(found ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 for whatever keeps the order, and -1 for whatever turns it round', () => {
    fc.assert(
      fc.property(scores, (values) => {
        fc.pre(new Set(values).size > 1);
        expect(
          spearman(
            values,
            values.map((value) => Math.exp(3 * value)),
          ),
        ).toBeCloseTo(1, 12);
        expect(
          spearman(
            values,
            values.map((value) => 1 - value ** 3),
          ),
        ).toBeCloseTo(-1, 12);
      }),
    );
  });

  it('is refused of lists that differ in length', () => {
    expect(() => spearman(list(1), list(1, 2))).toThrow(RangeError);
  });
});

describe('agreement', () => {
  it('counts who reaches the threshold, and gives Cohen’s kappa', () => {
    // The usual example of a table, 20 both, 5 and 10 alone, 15 neither: (0.7 - 0.5) / (1 - 0.5).
    const times = (n: number, a: number, b: number) => Array.from({ length: n }, () => [a, b]);
    const table = [...times(20, 1, 1), ...times(5, 1, 0), ...times(10, 0, 1), ...times(15, 0, 0)];
    const [a, b] = [0, 1].map((column) => list(...table.map((row) => row[column] ?? 0)));
    const found = agreement(a as Float64Array, b as Float64Array, 0.5);
    expect(found).toMatchObject({ both: 20, onlyFirst: 5, onlySecond: 10, neither: 15 });
    expect(found.kappa).toBeCloseTo(0.4, 12);
  });

  it('reaches a threshold by being equal to it, and has no kappa where all are alike', () => {
    expect(agreement(list(0.8), list(0.8), 0.8)).toMatchObject({ both: 1, kappa: null });
    expect(agreement(list(), list(), 0.8)).toMatchObject({ neither: 0, kappa: null });
  });

  it('counts everything once, and loses nothing when the two change places', () => {
    fc.assert(
      fc.property(pairs, score, ([a, b], threshold) => {
        const { both, neither, onlyFirst, onlySecond, kappa } = agreement(a, b, threshold);
        expect(both + neither + onlyFirst + onlySecond).toBe(a.length);
        const turned = agreement(b, a, threshold);
        expect([turned.onlyFirst, turned.kappa]).toEqual([onlySecond, kappa]);
        expect(kappa ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the threshold of a share', () => {
  it.each<[number[], number, number | null, number]>([
    [[0.1, 0.2, 0.3, 0.4], 0.5, 0.3, 0.5],
    [[0.1, 0.2, 0.3, 0.4], 0, null, 0],
    [[0.1, 0.2, 0.3, 0.4], 1, 0.1, 1],
    [[], 0.5, null, 0],
    // Three are equal: with them it is 0.8, without 0.2.
    [[0.1, 0.5, 0.5, 0.5, 0.9], 0.6, 0.5, 0.8],
    [[0.1, 0.5, 0.5, 0.5, 0.9], 0.4, 0.9, 0.2],
    [[0.5, 0.5, 0.5], 0.4, null, 0],
  ])('of %j and %d is %j', (values, share, threshold, reached) => {
    expect(matchingThreshold(list(...values), share)).toEqual({ threshold, share: reached });
  });

  it('is reached by that share within 1/n where no two are equal, and by the share that it names always', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const { threshold, share: reached } = matchingThreshold(values, share);
        expect(shareFrom(values, threshold)).toBeCloseTo(reached, 12);
        const distinct = Float64Array.from(new Set(values));
        fc.pre(distinct.length > 0);
        const matched = matchingThreshold(distinct, share);
        expect(Math.abs(matched.share - share)).toBeLessThanOrEqual(1 / distinct.length);
      }),
    );
  });
});

it('a column keeps all scores in their order', () => {
  const column = new ScoreColumn();
  const values = Array.from({ length: 5000 }, (_, n) => n / 5000);
  for (const value of values) column.add(value);
  expect([...column.values]).toEqual(values);
});
