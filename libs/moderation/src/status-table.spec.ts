import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTORS, COMMENT_STATUSES } from '#contract';
import { actorsFor, canMove, STATUS_ARROWS } from './status-table.js';

describe('the status table', () => {
  it('reads as the design says', () => {
    const table = COMMENT_STATUSES.flatMap((from) =>
      COMMENT_STATUSES.filter((to) => actorsFor(from, to).length > 0).map(
        (to) => `${from} -> ${to}: ${actorsFor(from, to).toSorted().join(' ')}`,
      ),
    );
    expect(table).toEqual([
      'pending -> pending: author site',
      'pending -> published: check',
      'pending -> held: check system',
      'pending -> rejected: check',
      'pending -> deleted: author moderator site system',
      'published -> pending: author site',
      'published -> held: check moderator report',
      'published -> rejected: check moderator',
      'published -> deleted: author moderator site system',
      'held -> pending: author site',
      'held -> published: moderator system',
      'held -> rejected: moderator system',
      'held -> deleted: author moderator site system',
      'rejected -> published: moderator',
      'rejected -> held: moderator',
      'rejected -> rejected: moderator',
      'rejected -> deleted: author moderator site system',
    ]);
  });

  it('has each arrow once', () => {
    const arrows = STATUS_ARROWS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(arrows).size).toBe(arrows.length);
  });

  it('leads nowhere from deleted, and from rejected to no edit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMENT_STATUSES), fc.constantFrom(...ACTORS), (to, actor) => {
        expect(canMove('deleted', to, actor)).toBe(false);
        if (to === 'pending') expect(canMove('rejected', to, actor)).toBe(false);
      }),
    );
  });

  it('lets a reader do nothing but report', () => {
    const reported = STATUS_ARROWS.filter(({ actors }) => actors.includes('report'));
    expect(reported.map(({ from, to }) => `${from} ${to}`)).toEqual(['published held']);
  });
});
