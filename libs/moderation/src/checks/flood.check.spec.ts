import { describe, expect, it } from 'vitest';
import type { RateLimit } from '#contract';
import type { ObservedRate, Signal } from '../check.js';
import { contextOf } from './context.fixture.js';
import { floodCheck } from './flood.check.js';

const off: RateLimit = { perMinute: null, perHour: null };

function check(rate: ObservedRate | null, author: RateLimit): Signal[] {
  const policy = { flood: { author, address: off, article: off } };
  return floodCheck.run(contextOf('A', { policy, rates: { author: rate } })) as Signal[];
}

describe('the flood check', () => {
  it.each([
    [1, 1, 6, 60, null],
    [3, 3, 6, 60, null],
    [4, 4, 6, 60, { score: 4 / 7, window: 'minute', observed: 4, limit: 6 }],
    [6, 6, 6, 60, { score: 6 / 7, window: 'minute', observed: 6, limit: 6 }],
    [7, 7, 6, 60, { score: 1, window: 'minute', observed: 7, limit: 6 }],
    [70, 70, 6, 60, { score: 1, window: 'minute', observed: 70, limit: 6 }],
    [1, 61, 6, 60, { score: 1, window: 'hour', observed: 61, limit: 60 }],
    [1, 30, 6, 60, null],
    [1, 31, 6, 60, { score: 31 / 61, window: 'hour', observed: 31, limit: 60 }],
    [9, 9, null, 60, null],
    [99, 999, null, null, null],
    [1, 1, 1, null, null],
    [2, 2, 1, null, { score: 1, window: 'minute', observed: 2, limit: 1 }],
  ])(
    '%i a minute and %i an hour of %s and %s',
    (perMinute, perHour, minuteLimit, hourLimit, found) => {
      const signals = check({ perMinute, perHour }, { perMinute: minuteLimit, perHour: hourLimit });
      if (found === null) return expect(signals).toEqual([]);
      const { score, ...details } = found;
      expect(signals).toHaveLength(1);
      expect(signals[0]).toMatchObject({ label: 'flood', reason: 'FLOOD_BY_AUTHOR', score });
      expect(signals[0]?.details).toEqual({ by: 'author', ...details });
    },
  );

  it('says nothing where the rate is not known', () => {
    expect(check(null, { perMinute: 1, perHour: 1 })).toEqual([]);
  });

  it('tells authors, addresses and articles apart', () => {
    const limit = { perMinute: 2, perHour: null };
    const rate = { perMinute: 3, perHour: 3 };
    const policy = { flood: { author: limit, address: limit, article: limit } };
    const rates = { author: rate, address: rate, article: rate };
    const signals = floodCheck.run(contextOf('A', { policy, rates })) as Signal[];
    expect(signals.map(({ reason }) => reason)).toEqual([
      'FLOOD_BY_AUTHOR',
      'FLOOD_BY_ADDRESS',
      'FLOOD_ON_ARTICLE',
    ]);
  });
});
