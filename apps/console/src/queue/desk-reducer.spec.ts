import { expect, it, test } from 'vitest';
import type { AuthorSummary } from '#contract';
import { reduceDesk, type DeskEvent } from './desk-reducer.js';
import { targetsOf } from './desk-selection.js';
import { EMPTY_DESK, freshCount, type DeskState } from './desk-state.js';
import { decided, reviewItem } from './review-item.fixture.js';

const approve = { action: 'approve' } as const;
const claimed = (...ids: string[]): DeskEvent => ({
  type: 'claimed',
  items: ids.map((id) => reviewItem(id)),
});
const sent = (key: number, ...ids: string[]): DeskEvent => ({
  type: 'sent',
  key,
  ids,
  judgment: approve,
});
const after = (...events: DeskEvent[]): DeskState => events.reduce(reduceDesk, EMPTY_DESK);
const order = ({ entries }: DeskState): string => entries.map(({ item }) => item.id).join('');

it('looks at the first of what was claimed', () => {
  expect(after(claimed('a', 'b')).focus).toBe('a');
});

it('appends the next batch without moving what is there', () => {
  const state = after(claimed('b', 'c'), { type: 'focus', id: 'c' }, claimed('a', 'b', 'd'));
  expect(order(state)).toBe('bcad');
  expect(state.focus).toBe('c');
});

it('does not take in again what is on its way to the service', () => {
  expect(order(after(claimed('a', 'b'), sent(1, 'a'), claimed('a', 'b', 'c')))).toBe('bc');
});

test.each<[string, string, string | null]>([
  ['the next one', 'a', 'b'],
  ['the one before at the end', 'c', 'b'],
])('looks at %s once the focused one is decided', (_, id, next) => {
  const state = after(claimed('a', 'b', 'c'), { type: 'focus', id }, sent(1, id));
  expect(state.focus).toBe(next);
});

it('keeps looking where it looked when others leave', () => {
  const state = after(claimed('a', 'b', 'c'), { type: 'focus', id: 'b' }, sent(1, 'a'));
  expect(state.focus).toBe('b');
  expect(after(claimed('a', 'b'), { type: 'gone', id: 'b' }).focus).toBe('a');
});

it('is empty once the last one is decided', () => {
  const state = after(claimed('a'), sent(1, 'a'));
  expect(state).toMatchObject({ entries: [], focus: null });
});

it('puts back where they lay those that could not be sent', () => {
  const state = after(claimed('a', 'b', 'c'), sent(1, 'b'), { type: 'failed', key: 1 });
  expect(order(state)).toBe('abc');
  expect(state).toMatchObject({ focus: 'b', flights: [] });
});

it('counts what was decided and keeps it for undo', () => {
  const state = after(claimed('a', 'b'), sent(7, 'a', 'b'), {
    type: 'settled',
    key: 7,
    result: decided(['a']),
  });
  expect(state.decided).toBe(1);
  expect(state.done.map(({ key, id, entries }) => [key, id, entries.length])).toEqual([
    [7, 'batch-a', 1],
  ]);
});

it('does not take in what was decided here from an answer that came late', () => {
  const state = after(claimed('a'), sent(1, 'a'), {
    type: 'settled',
    key: 1,
    result: decided(['a']),
  });
  expect(order(reduceDesk(state, claimed('a')))).toBe('');
  const undone: DeskEvent = { type: 'claimed', items: [reviewItem('a', { version: 3 })] };
  expect(order(reduceDesk(state, undone))).toBe('a');
});

it('restores a bulk as a whole, where it lay and with its new versions', () => {
  const state = after(
    claimed('a', 'b', 'c'),
    sent(1, 'a', 'c'),
    { type: 'settled', key: 1, result: decided(['a', 'c']) },
    {
      type: 'undone',
      key: 1,
      result: {
        restored: [
          { id: 'a', version: 3, status: 'held' },
          { id: 'c', version: 4, status: 'held' },
        ],
        conflicts: [],
      },
    },
  );
  expect(order(state)).toBe('abc');
  expect(state.entries.map(({ item }) => item.version)).toEqual([3, 1, 4]);
  expect(state).toMatchObject({ focus: 'a', decided: 0, done: [] });
});

it('leaves out of an undo what others have moved on', () => {
  const state = after(
    claimed('a', 'b'),
    sent(1, 'a', 'b'),
    { type: 'settled', key: 1, result: decided(['a', 'b']) },
    {
      type: 'undone',
      key: 1,
      result: { restored: [{ id: 'b', version: 3, status: 'held' }], conflicts: [] },
    },
  );
  expect(order(state)).toBe('b');
  expect(state.decided).toBe(1);
});

it('lets what was skipped go, and marks it when it comes back', () => {
  const state = after(claimed('a', 'b', 'c'), { type: 'skip', id: 'a' });
  expect(state).toMatchObject({ focus: 'b', skipped: new Set(['a']) });
  expect(state.entries.map(({ item }) => item.id)).toEqual(['b', 'c']);
  const again = reduceDesk(state, claimed('a', 'd'));
  expect(again.entries.map(({ skipped }) => skipped)).toEqual([false, false, true, false]);
  expect(freshCount(again)).toBe(3);
});

it('moves by one and stops at both ends', () => {
  const start = after(claimed('a', 'b'));
  const down = reduceDesk(start, { type: 'move', by: 1 });
  expect(down.focus).toBe('b');
  expect(reduceDesk(down, { type: 'move', by: 1 }).focus).toBe('b');
  expect(reduceDesk(start, { type: 'move', by: -1 }).focus).toBe('a');
});

it('selects a range from the last one that was toggled, either way', () => {
  const state = after(
    claimed('a', 'b', 'c', 'd'),
    { type: 'toggle', id: 'c' },
    { type: 'range', id: 'a' },
  );
  expect([...state.selected].sort()).toEqual(['a', 'b', 'c']);
  expect(targetsOf(state)).toEqual(['a', 'b', 'c']);
});

it('acts on the focused one when nothing is selected, and never on what others work on', () => {
  const claim = { by: { id: 'ana', name: 'Ana' }, until: '2026-11-22T10:10:00.000Z' };
  const state = after(claimed('a', 'b'), { type: 'taken', id: 'a', claim });
  expect(targetsOf(state)).toEqual([]);
  expect(targetsOf(reduceDesk(state, { type: 'focus', id: 'b' }))).toEqual(['b']);
});

it('drops from the selection what leaves', () => {
  const state = after(claimed('a', 'b'), { type: 'select-all' }, { type: 'gone', id: 'a' });
  expect([...state.selected]).toEqual(['b']);
});

const author: AuthorSummary = {
  ...{ id: 'ann', name: 'Ann', vouched: true, standing: 'known', suspendedUntil: null },
  ...{ published: 3, rejected: 1, firstSeenAt: '2026-11-01T10:00:00.000Z' },
};

it('shows a new note on the card that it is about, before the older ones', () => {
  const note = (id: string) => ({ id, by: null, text: id, at: '2026-11-22T10:00:00.000Z' });
  const items = [reviewItem('a', { notes: [note('old')] }), reviewItem('b')];
  const noted = { type: 'noted', comment: 'comment-a', note: note('new') } as const;
  const { entries } = after({ type: 'claimed', items }, noted);
  expect(entries.map(({ item }) => item.notes.map(({ id }) => id))).toEqual([['new', 'old'], []]);
});

it('shows a new standing on all cards of the author, and on no other', () => {
  const other = { ...author, id: 'bob' };
  const items = [author, other, author, null].map((one, index) =>
    reviewItem(String(index), { author: one }),
  );
  const banned = { ...author, standing: 'banned' } as const;
  const { entries } = after({ type: 'claimed', items }, { type: 'regarded', author: banned });
  expect(entries.map(({ item }) => item.author?.standing)).toEqual([
    ...['banned', 'known', 'banned', undefined],
  ]);
});
