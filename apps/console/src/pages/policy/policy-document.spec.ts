import { describe, expect, it } from 'vitest';
import {
  carriedOver,
  changesBetween,
  completed,
  isShapedLike,
  valueAt,
  withValue,
} from './policy-document.js';

const shipped = {
  mode: 'publish-first',
  links: { maximum: 2, block: [] as string[] },
  thresholds: { spam: { hold: 0.7, reject: null } },
};

describe('a document of a policy', () => {
  it('gets another value in one place and is otherwise left alone', () => {
    const changed = withValue(shipped, ['links', 'maximum'], 5);
    expect(valueAt(changed, ['links', 'maximum'])).toBe(5);
    expect(shipped.links.maximum).toBe(2);
    expect(withValue(changed, ['links', 'maximum'], 2)).toEqual(shipped);
  });

  it('takes the shipped value for what is left out, and keeps what nobody knows', () => {
    const given = { links: { maximum: 0 }, thresholds: { kindness: 1 }, extra: true };
    expect(completed(shipped, given)).toEqual({
      ...{ mode: 'publish-first', extra: true },
      links: { maximum: 0, block: [] },
      thresholds: { kindness: 1, spam: { hold: 0.7, reject: null } },
    });
  });

  it('keeps null, which is a value of its own', () => {
    const given = { thresholds: { spam: { hold: null } } };
    expect(valueAt(completed(shipped, given), ['thresholds', 'spam', 'hold'])).toBeNull();
  });

  it.each([
    [true, { ...shipped, mode: 7, links: { maximum: 'x', block: ['a'] } }],
    [true, { ...shipped, extra: {} }],
    [false, { ...shipped, links: null }],
    [false, { ...shipped, links: { maximum: 2, block: [5] } }],
    [false, { ...shipped, links: { maximum: 2, block: 'spam.example' } }],
    [false, { ...shipped, mode: {} }],
    [false, []],
    [false, null],
  ])('can be shown in a form: %s for %j', (expected, given) => {
    expect(isShapedLike(shipped, given)).toBe(expected);
  });
});

describe('what changes', () => {
  it('is told place by place, lists as a whole', () => {
    const after = { ...shipped, mode: 'closed', links: { maximum: 2, block: ['spam.example'] } };
    expect(changesBetween(shipped, after)).toEqual([
      { path: ['mode'], before: 'publish-first', after: 'closed' },
      { path: ['links', 'block'], before: [], after: ['spam.example'] },
    ]);
  });

  it('is nothing between equals, and also what only one has', () => {
    expect(changesBetween(shipped, structuredClone(shipped))).toEqual([]);
    expect(changesBetween(shipped, { ...shipped, extra: 1 })).toEqual([
      { path: ['extra'], before: undefined, after: 1 },
    ]);
  });

  it('is carried over to what somebody else has written, of which the rest stays', () => {
    const ours = { ...shipped, mode: 'closed' };
    const theirs = { ...shipped, links: { maximum: 9, block: ['a'] } };
    expect(carriedOver(shipped, ours, theirs)).toEqual({ ...theirs, mode: 'closed' });
    expect(carriedOver({ ...shipped, extra: 1 }, shipped, { ...theirs, extra: 1 })).toEqual(theirs);
  });
});
