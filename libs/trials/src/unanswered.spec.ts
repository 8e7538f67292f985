import { expect, test } from 'vitest';
import type { Policy } from '#contract';
import { DEFAULT_POLICY } from '#moderation';
import { unansweredIn } from './unanswered.js';

const of = (parts: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, ...parts });
const { links, words, repeat, flood, thresholds } = DEFAULT_POLICY;

test.each<[string, Partial<Policy>, string[]]>([
  ['nothing', {}, []],
  ['thresholds', { thresholds: { ...thresholds, spam: { hold: 0.1, reject: 0.2 } } }, []],
  ['the mode', { mode: 'review-first', failSafe: 'publish' }, []],
  ['word lists', { words: { ...words, banned: ['turnip'], profanity: false } }, []],
  ['links that are blocked or too many', { links: { ...links, block: ['a'], maximum: 0 } }, []],
  ['what decides no comment', { appeals: false, nudge: true, editWindowSeconds: 0 }, []],
  ['hosts that do not count', { links: { ...links, allow: ['a.example'] } }, ['links.allow']],
  ['new authors', { holdNewAuthors: true }, ['holdNewAuthors']],
  ['how far back one looks', { repeat: { ...repeat, windowHours: 1 } }, ['repeat.windowHours']],
  [
    'the pace',
    {
      flood: {
        ...flood,
        author: { perMinute: 1, perHour: null },
        article: { perMinute: null, perHour: 9 },
      },
    },
    ['flood.author.perMinute', 'flood.author.perHour', 'flood.article.perHour'],
  ],
])('with another value for %s', (_, parts, expected) => {
  expect(unansweredIn(of(parts), DEFAULT_POLICY)).toEqual(expected);
});

test('that new authors are held no longer can be answered, for those who were stand in the findings', () => {
  expect(unansweredIn(DEFAULT_POLICY, of({ holdNewAuthors: true }))).toEqual([]);
});
