import { describe, expect, it } from 'vitest';
import { conflictOf, type Happening, whyNotWaiting } from './conflicts.js';

const AT = new Date('2026-11-22T10:11:12Z');
const MODERATOR = { id: '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b', name: 'Morning desk' };
const HAPPENING: Happening = {
  code: 'DECIDED',
  by: MODERATOR,
  action: 'approve',
  at: AT,
  version: 2,
};

describe('a conflict says by whom, how and when', () => {
  it.each<[string, Partial<Happening>]>([
    ['Morning desk approved the comment at 10:11 UTC on 22 November.', {}],
    ['Morning desk rejected the comment at 10:11 UTC on 22 November.', { action: 'reject' }],
    [
      'Somebody else rejected the comment at 10:11 UTC on 22 November.',
      { action: 'reject', by: null },
    ],
    ['The comment was taken out of the queue at 10:11 UTC on 22 November.', { action: null }],
    ['Morning desk is working on the comment.', { code: 'CLAIMED' }],
    [
      'The comment has changed since you looked, last at 10:11 UTC on 22 November.',
      { code: 'CHANGED' },
    ],
    ['The comment has changed since you looked.', { code: 'CHANGED', at: null }],
    ['The comment is gone.', { code: 'GONE' }],
    ['As it is.', { sentence: 'As it is.' }],
  ])('%s', (detail, over) => {
    expect(conflictOf('an-item', { ...HAPPENING, ...over })).toMatchObject({
      id: 'an-item',
      detail,
    });
  });

  it.each([
    ['deleted', 'GONE', 'The comment was deleted.'],
    ['pending', 'CHANGED', 'The author has changed the comment, and it is being checked again.'],
    ['published', 'DECIDED', 'The comment was taken out of the queue at 10:11 UTC on 22 November.'],
  ] as const)('where nobody decided: the comment is %s', (status, code, detail) => {
    expect(conflictOf('an-item', whyNotWaiting(status, AT))).toMatchObject({ code, detail });
  });
});
