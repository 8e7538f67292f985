import { beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem.js';
import { Courier } from './courier.js';
import { Desk, type DeskPorts } from './desk.js';
import { conflictWith, decided, reviewItem } from './review-item.fixture.js';

const approve = { action: 'approve' } as const;
const other = { id: 'other', name: 'Another moderator' };

let calls: string[];
let ports: DeskPorts;
let desk: Desk;

beforeEach(async () => {
  calls = [];
  const batches = [['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['h']];
  ports = {
    claim: (except) => {
      calls.push(['claim', ...except].join(' except '));
      return Promise.resolve((batches.shift() ?? []).map((id) => reviewItem(id)));
    },
    release: (given) => {
      calls.push(`release ${given.join(' ')}`);
      return Promise.resolve();
    },
    decide: (target) => {
      const ids = 'items' in target ? target.items.map(({ id }) => id) : [];
      calls.push(`decide ${ids.join(' ')}`);
      return Promise.resolve(decided(ids));
    },
    undo: (batch) => {
      calls.push(`undo ${batch}`);
      return Promise.resolve({
        restored: [{ id: 'a', version: 3, status: 'held' }],
        conflicts: [],
      });
    },
    fetchItem: (id) => Promise.resolve(reviewItem(id, { version: 9 })),
    courier: new Courier({ wait: () => Promise.resolve(), onStalled: () => undefined }),
    self: 'me',
  };
  desk = new Desk(ports);
  await desk.fill();
});

const ids = (): string =>
  desk
    .getSnapshot()
    .state.entries.map(({ item }) => item.id)
    .join('');

it('lets a card leave before the service has answered', async () => {
  const answer = desk.decide(['a'], approve);
  expect(ids()).toBe('bcdefg');
  expect(calls).toEqual(['claim']);
  await answer;
  expect(calls).toEqual(['claim', 'decide a']);
});

it('fetches the next batch when five are left', async () => {
  await desk.decide(['a'], approve);
  expect(calls.filter((call) => call === 'claim')).toHaveLength(1);
  await desk.decide(['b'], approve);
  expect(calls.filter((call) => call === 'claim')).toHaveLength(2);
  expect(ids()).toBe('cdefgh');
});

it('brings a card back when the service refuses the decision', async () => {
  ports.decide = () => Promise.reject(new Problem(403, 'FORBIDDEN', 'No.'));
  await desk.decide(['b'], approve);
  expect(ids()).toBe('abcdefg');
  expect(desk.getSnapshot().notice).toMatchObject({ kind: 'failed', count: 1 });
});

it('says who was faster, and the card stays away', async () => {
  const conflict = conflictWith({ by: other, action: 'reject' });
  ports.decide = () =>
    Promise.resolve({ id: null, decided: [], conflicts: [conflict], undoableUntil: null });
  await desk.decide(['a'], approve);
  expect(ids()).toBe('bcdefg');
  expect(desk.getSnapshot().notice).toEqual({ kind: 'conflict', conflict, more: 0 });
});

it('shows what was changed meanwhile as it is now', async () => {
  const conflict = conflictWith({ code: 'CHANGED', version: 9 });
  ports.decide = () =>
    Promise.resolve({ id: null, decided: [], conflicts: [conflict], undoableUntil: null });
  await desk.decide(['a'], approve);
  expect(desk.getSnapshot().state.focus).toBe('a');
  expect(ids()).toContain('a');
});

it('takes a conflict with its own decision for its lost answer', async () => {
  const conflict = conflictWith({ by: { id: 'me', name: 'Me' }, action: 'approve' });
  ports.decide = () =>
    Promise.resolve({ id: null, decided: [], conflicts: [conflict], undoableUntil: null });
  await desk.decide(['a'], approve);
  expect(desk.getSnapshot().notice).toMatchObject({ kind: 'decided' });
});

it('undoes what was decided a moment ago, though it is still on its way', async () => {
  void desk.decide(['a'], approve);
  await desk.undo();
  expect(calls.at(-1)).toBe('undo batch-a');
  expect(ids()).toBe('abcdefg');
  expect(desk.getSnapshot().notice).toEqual({ kind: 'undone', count: 1 });
});

it('says so when there is nothing to undo', async () => {
  await desk.undo();
  expect(desk.getSnapshot().notice).toEqual({ kind: 'nothing-to-undo' });
});

it('grays what others claim and drops what others decide', () => {
  const until = '2026-11-22T10:10:00.000Z';
  desk.hear({ type: 'claimed', site: 'site', item: 'b', by: other, until });
  expect(desk.getSnapshot().state.entries[1]?.taken).toEqual({ by: other, until });
  desk.hear({ type: 'decided', site: 'site', item: 'b', by: other, action: 'approve' });
  expect(ids()).toBe('acdefg');
});

it('says so when the card under the eyes is decided by somebody else', () => {
  desk.hear({ type: 'decided', site: 'site', item: 'a', by: other, action: 'approve' });
  expect(desk.getSnapshot().notice).toEqual({ kind: 'taken-away', by: 'Another moderator' });
});

it('does not drop what it has undone when the stream tells of the decision late', async () => {
  await desk.decide(['a'], approve);
  await desk.undo();
  const me = { id: 'me', name: 'Me' };
  desk.hear({ type: 'decided', site: 'site', item: 'a', by: me, action: 'approve' });
  expect(ids()).toBe('abcdefg');
  desk.hear({ type: 'decided', site: 'site', item: 'a', by: other, action: 'approve' });
  expect(ids()).toBe('bcdefg');
});

it('counts what comes in and moves nothing', () => {
  desk.hear({ type: 'opened', site: 'site', item: 'z', kind: 'held' });
  expect(desk.getSnapshot().state.arrived).toBe(1);
  expect(ids()).toBe('abcdefg');
});

it('gives back what is skipped, and asks for it again when nothing else is left', async () => {
  await desk.skip('a');
  expect(ids()).toBe('bcdefg');
  expect(calls).toEqual(['claim', 'release a']);
  ports.claim = (except) => {
    calls.push(['claim', ...except].join(' except '));
    return Promise.resolve(except.length === 0 ? [reviewItem('a')] : []);
  };
  await desk.decide(['b', 'c', 'd', 'e', 'f', 'g'], approve);
  await vi.waitFor(() => expect(ids()).toBe('a'));
  const claims = calls.slice(2).filter((call) => call.startsWith('claim'));
  expect(claims).toEqual(['claim except a', 'claim']);
  expect(desk.getSnapshot().state.entries[0]?.skipped).toBe(true);
});

it('gives back what was skipped while it was being claimed', async () => {
  await desk.skip('a');
  ports.claim = () => Promise.resolve([reviewItem('a'), reviewItem('x')]);
  await desk.fill();
  expect(ids()).toBe('bcdefgx');
  expect(calls.at(-1)).toBe('release a');
});
