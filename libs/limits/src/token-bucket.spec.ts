import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LocalBuckets } from './local-buckets.js';
import { hasToken, stateOf, type WantedBucket } from './token-bucket.js';

const bucket = (changes: Partial<WantedBucket> = {}): WantedBucket => ({
  ...{ name: 'posts', key: 'a', tokens: 10, seconds: 60 },
  ...changes,
});

describe('a token bucket', () => {
  it.each([
    [0, 10, 0, true],
    [1, 9, 0, true],
    [6_000, 9, 0, true],
    [54_000, 1, 0, true],
    [54_001, 0, 1, false],
    [60_000, 0, 6_000, false],
  ])('that is full in %d ms has %d tokens, the next in %d ms', (fullMs, remaining, waitMs, has) => {
    expect(stateOf(bucket(), fullMs, true)).toMatchObject({ remaining, waitMs, fullMs });
    expect(hasToken(bucket(), fullMs)).toBe(has);
  });

  it('gives all of its tokens also where they do not divide the time evenly', () => {
    for (const tokens of [3, 7, 9, 11, 600, 9999]) {
      const local = new LocalBuckets(() => 0);
      const wanted = [bucket({ tokens, seconds: 60 })];
      const allowed = Array.from({ length: tokens }, () => local.take(wanted)[0]?.allowed);
      expect(allowed).toEqual(allowed.map(() => true));
      expect(local.take(wanted)[0]).toMatchObject({ allowed: false, remaining: 0 });
    }
  });
});

describe('buckets of a process', () => {
  it('never let through more than a full bucket and what came back since', () => {
    const requests = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 100 });
    fc.assert(
      fc.property(requests, (pauses) => {
        let now = 0;
        const local = new LocalBuckets(() => now);
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          if (local.take([bucket()])[0]?.allowed) taken += 1;
        }
        expect(taken).toBeLessThanOrEqual(10 + now / 6_000 + 1e-6);
      }),
      { seed: 7 },
    );
  });

  it('have a token again as soon as they said', () => {
    let now = 0;
    const local = new LocalBuckets(() => now);
    for (let n = 0; n < 10; n += 1) local.take([bucket()]);
    now += Number(local.take([bucket()])[0]?.waitMs) - 1;
    expect(local.take([bucket()])[0]?.allowed).toBe(false);
    now += 1;
    expect(local.take([bucket()])[0]?.allowed).toBe(true);
  });

  it('give from all that are wanted, or from none', () => {
    const local = new LocalBuckets(() => 0);
    const small = bucket({ key: 'small', tokens: 1 });
    local.take([small]);
    expect(local.take([bucket(), small]).map(({ allowed }) => allowed)).toEqual([true, false]);
    expect(local.take([bucket()])[0]).toMatchObject({ remaining: 9 });
  });
});
