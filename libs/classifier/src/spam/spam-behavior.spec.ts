import { describe, expect, it } from 'vitest';
import { LEAST, MOST, type SpamBehavior, spamBehavior } from './spam-behavior.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const QUIET: SpamBehavior = {
  authorRate: { perMinute: 1, perHour: 1 },
  addressRate: { perMinute: 1, perHour: 1 },
  authorAgeMs: 10 * DAY,
  published: 0,
  held: 0,
  rejected: 0,
  repeatsByAuthor: 0,
  repeatsByOthers: 0,
  links: 0,
};

const logOdds = (changes: Partial<SpamBehavior>) => spamBehavior({ ...QUIET, ...changes }).logOdds;

describe('spamBehavior', () => {
  it('says nothing about an unknown author of a single comment', () => {
    expect(spamBehavior(QUIET)).toEqual({ logOdds: 0, reasons: [] });
  });

  it('says nothing where nothing is known', () => {
    expect(logOdds({ authorRate: null, addressRate: null, authorAgeMs: null })).toBe(0);
  });

  it('lets a newcomer’s first comment pass, a link included', () => {
    expect(logOdds({ authorAgeMs: 0, links: 1 })).toBeLessThanOrEqual(0.9);
  });

  it.each<[rule: string, more: Partial<SpamBehavior>, less: Partial<SpamBehavior>]>([
    [
      'a long-standing author less than a new one',
      { authorAgeMs: 0 },
      { authorAgeMs: 90 * DAY, published: 40 },
    ],
    [
      'a record built in an hour less clean than one of months',
      { authorAgeMs: HOUR, published: 30 },
      { authorAgeMs: 90 * DAY, published: 30 },
    ],
    ['three posts of a text above two', { repeatsByAuthor: 2 }, { repeatsByAuthor: 1 }],
    ['two posts of a text above one', { repeatsByAuthor: 1 }, {}],
    [
      'a text of many authors with a link above a slogan',
      { repeatsByOthers: 5, links: 1 },
      { repeatsByOthers: 5 },
    ],
    [
      'twenty comments a minute above two',
      { authorRate: { perMinute: 20, perHour: 20 } },
      { authorRate: { perMinute: 2, perHour: 2 } },
    ],
    ['rejected comments above published ones', { rejected: 5, published: 5 }, { published: 10 }],
    [
      'an author’s speed above that of a shared address',
      { authorRate: { perMinute: 9, perHour: 9 } },
      { addressRate: { perMinute: 9, perHour: 9 } },
    ],
  ])('puts %s', (_rule, more, less) => {
    expect(logOdds(more)).toBeGreaterThan(logOdds(less));
  });

  it('stays within its bounds, so that behavior alone never holds an innocent comment', () => {
    const worst = logOdds({
      authorRate: { perMinute: 500, perHour: 5000 },
      addressRate: { perMinute: 500, perHour: 5000 },
      authorAgeMs: 0,
      rejected: 50,
      repeatsByAuthor: 100,
      repeatsByOthers: 100,
      links: 30,
    });
    expect(worst).toBe(MOST);
    const innocent = Math.log(0.05 / 0.95);
    expect(1 / (1 + Math.exp(-(innocent + worst)))).toBeLessThan(0.4);
    expect(logOdds({ authorAgeMs: 1000 * DAY, published: 50 })).toBeGreaterThanOrEqual(LEAST);
  });
});
