import { describe, expect, it } from 'vitest';
import { blindedComment, comparablePage } from './blinded-comment.js';
import type { OutsideComment } from './outside-comment.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const KEY = Buffer.alloc(32, 7);
const COMMENT: OutsideComment = {
  ...{ siteId: 'site', system: 'akismet', body: 'A fine day.', article: 'https://a.example/1' },
  author: { identity: 'ann@mail.example', name: 'Ann', url: 'https://ann.example' },
  address: '203.0.113.7',
};
const blinded = (changes: Partial<OutsideComment> = {}, key = KEY) =>
  blindedComment({ ...COMMENT, ...changes }, key, { id: 'id', now: NOW });

describe('an author’s page', () => {
  it.each([
    ['https://www.Ann.example/', 'ann.example'],
    ['http://ann.example/blog/?ref=1#top', 'ann.example/blog'],
    ['ann.example', 'ann.example'],
    ['  ', null],
    ['https://', null],
    ['http://[', '['],
  ])('of %j is %j', (url, page) => {
    expect(comparablePage(url)).toBe(page);
  });
});

describe('a blinded comment', () => {
  it('shows nothing, but the same for the same', () => {
    const shown = JSON.stringify(blinded(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of ['ann', 'Ann', '203.0.113.7', 'a.example', 'fine'])
      expect(shown).not.toContain(secret);
    expect(blinded()).toEqual(blinded());
    expect(blinded({}, Buffer.alloc(32, 8)).author).not.toEqual(blinded().author);
  });

  it('is another system’s where that has the same id', () => {
    expect(blinded({ system: 'coral' }).author).not.toEqual(blinded().author);
  });

  it('has nothing where nothing is known', () => {
    const author = { identity: null, name: null, url: 'https://' };
    expect(blinded({ author, address: null, article: null })).toMatchObject({
      ...{ author: null, page: null, address: null, article: null },
    });
  });

  it.each([
    ['2026-11-22T11:00:00Z', '2026-11-22T11:00:00.000Z'],
    ['2026-11-22T13:00:00Z', '2026-11-22T12:00:00.000Z'],
    [undefined, '2026-11-22T12:00:00.000Z'],
  ])('that was written at %s counts from %s', (writtenAt, createdAt) => {
    const given = writtenAt === undefined ? {} : { writtenAt: new Date(writtenAt) };
    expect(blinded(given).createdAt.toISOString()).toBe(createdAt);
  });
});
