import { describe, expect, it } from 'vitest';
import { indexFor, likePattern, searchTerms } from './search-terms.js';

describe('searchTerms', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['""', []],
    ['budget', ['anywhere budget']],
    ['city budget', ['anywhere city', 'anywhere budget']],
    ['"city budget" now', ['words city budget', 'anywhere now']],
    ['Budget budget', ['anywhere budget']],
    ['ok', ['words ok']],
    ['預算', ['anywhere 預算']],
    ['"預算 通過"', ['anywhere 預算 通過']],
    ['an "open quote', ['words an', 'anywhere open', 'anywhere quote']],
    ['"..."', ['anywhere ...']],
    ['100% \\ _', ['anywhere 100%', 'anywhere \\', 'anywhere _']],
    ['cafe\u0301', ['anywhere café']],
  ])('reads %j', (query, expected) => {
    expect(searchTerms(query).map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });
});

describe('likePattern', () => {
  it('takes what LIKE would read as a sign by its letter', () => {
    expect(likePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});

describe('indexFor', () => {
  it.each([
    ['budget', 'trigrams'],
    ['c++', null],
    ['預算', 'pairs'],
    ['預', null],
    ['привет', 'pairs'],
    ['ok', 'words'],
    ['%%%', null],
    ['x預算', 'pairs'],
  ])('finds %j by %s', (query, index) => {
    expect(searchTerms(query).map(indexFor)).toEqual([index]);
  });
});
