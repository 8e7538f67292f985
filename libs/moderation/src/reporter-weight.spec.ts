import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reporterWeight } from './reporter-weight.js';

const records = fc.record({ right: fc.nat(10_000), wrong: fc.nat(10_000) });

describe('reporterWeight', () => {
  it.each([
    [0, 0, 1],
    [5, 5, 1],
    [100, 1, 1],
    [0, 1, 2 / 3],
    [0, 2, 1 / 2],
    [1, 4, 4 / 7],
    [0, 18, 0.1],
    [0, 10_000, 0.1],
  ])('of a reader who was right %i times and wrong %i times', (right, wrong, weight) => {
    expect(reporterWeight({ right, wrong })).toBeCloseTo(weight, 10);
  });

  it('is never above 1 nor below 0.1', () => {
    fc.assert(
      fc.property(records, (record) => {
        const weight = reporterWeight(record);
        return weight <= 1 && weight >= 0.1;
      }),
    );
  });

  it('never falls by being right, nor rises by being wrong', () => {
    fc.assert(
      fc.property(records, ({ right, wrong }) => {
        const weight = reporterWeight({ right, wrong });
        return (
          reporterWeight({ right: right + 1, wrong }) >= weight &&
          reporterWeight({ right, wrong: wrong + 1 }) <= weight
        );
      }),
    );
  });
});
