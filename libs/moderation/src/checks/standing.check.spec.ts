import { describe, expect, it } from 'vitest';
import type { Signal } from '../check.js';
import type { Standing } from '../standing.js';
import { contextOf, inShort } from './context.fixture.js';
import { standingCheck } from './standing.check.js';

function check(
  standing: Standing,
  holdNewAuthors: boolean,
  suspendedUntil: Date | null = null,
): Signal[] {
  const author = { standing, suspendedUntil, published: 1 };
  return standingCheck.run(contextOf('A', { policy: { holdNewAuthors }, author })) as Signal[];
}

describe('the standing check', () => {
  it.each<[Standing, boolean, [string, number, string][]]>([
    ['banned', false, [['author-banned', 1, 'AUTHOR_BANNED']]],
    ['suspended', false, [['author-suspended', 1, 'AUTHOR_SUSPENDED']]],
    ['premoderated', false, [['author-premoderated', 1, 'AUTHOR_PREMODERATED']]],
    ['new', true, [['author-new', 1, 'AUTHOR_NEW']]],
    ['new', false, []],
    ['known', true, []],
    ['trusted', true, []],
  ])('for an author who is %s, new ones held: %s', (standing, holdNewAuthors, signals) => {
    expect(inShort(check(standing, holdNewAuthors))).toEqual(signals);
  });

  it('says until when a suspension lasts, if it ends', () => {
    const until = new Date('2027-01-01T00:00:00Z');
    expect(check('suspended', false, until)[0]?.details).toEqual({
      until: '2027-01-01T00:00:00.000Z',
    });
    expect(check('suspended', false)[0]?.details).toEqual({});
  });
});
