import { describe, expect, it } from 'vitest';
import { isKnownHonest, isKnownSpammer } from './known-spammer.js';

describe('a record of reports', () => {
  it.each<[string, [spam: number, ham: number, passed: number], spammer: boolean, honest: boolean]>(
    [
      ['of nothing', [0, 0, 0], false, false],
      ['that nobody minded', [0, 0, 40], false, false],
      ['of one spam', [1, 0, 0], true, false],
      ['of one spam after a few that passed', [1, 0, 4], true, false],
      ['of a regular with one slip', [1, 0, 5], false, false],
      ['of a regular who was taken over', [9, 0, 40], true, false],
      ['of one spam, taken back', [1, 1, 0], false, false],
      ['of more spam than was taken back', [2, 1, 0], true, false],
      ['of one honest comment', [0, 1, 0], false, true],
    ],
  )('%s', (_, [spam, ham, passed], spammer, honest) => {
    expect(isKnownSpammer({ spam, ham, passed })).toBe(spammer);
    expect(isKnownHonest({ spam, ham, passed })).toBe(honest);
  });

  it('of something that people share takes more than one spam', () => {
    expect(isKnownSpammer({ spam: 1, ham: 0, passed: 0 }, 2)).toBe(false);
    expect(isKnownSpammer({ spam: 2, ham: 0, passed: 0 }, 2)).toBe(true);
  });
});
