import { describe, expect, it } from 'vitest';
import type { RejectReason } from '#contract';
import { replace } from './replacement.js';

const reason = (id: string, position: number, title = id): RejectReason => ({
  id,
  position,
  title,
  authorText: `Text of ${title}.`,
});
const CURRENT = [reason('a', 1), reason('b', 2), reason('c', 3)];
const ids = (reasons: readonly RejectReason[]): string[] => reasons.map(({ id }) => id);

let made = 0;
const run = (written: readonly RejectReason[], known = CURRENT) => {
  made = 0;
  return replace(CURRENT, known, written, () => `new ${(made += 1)}`);
};

describe('replace', () => {
  it('changes nothing when the same list is written again', () => {
    const { reasons, added, moved, archived } = run(CURRENT);
    expect(reasons).toEqual(CURRENT);
    expect([added, moved, archived]).toEqual([[], [], []]);
  });

  it('gives places by the order of the list', () => {
    const { reasons, moved } = run([reason('c', 1), reason('a', 2), reason('b', 3)]);
    expect(reasons.map(({ id, position }) => [id, position])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 3],
    ]);
    expect(moved).toHaveLength(3);
  });

  it('archives a reason whose words change and adds one with the new words', () => {
    const { reasons, added, archived } = run([reason('a', 1, 'Other words'), reason('b', 2)]);
    expect(ids(reasons)).toEqual(['new 1', 'b']);
    expect(ids(added)).toEqual(['new 1']);
    expect(ids(archived)).toEqual(['a', 'c']);
  });

  it('takes an archived reason up again under its id', () => {
    const { added } = run([reason('old', 1)], [...CURRENT, reason('old', 4)]);
    expect(ids(added)).toEqual(['old']);
  });

  it('gives an id that is not known, or comes twice, to nobody', () => {
    expect(ids(run([reason('x', 1), reason('a', 2), reason('a', 3)]).reasons)).toEqual([
      'new 1',
      'a',
      'new 2',
    ]);
  });

  it('archives all for an empty list', () => {
    expect(ids(run([]).archived)).toEqual(['a', 'b', 'c']);
  });
});
