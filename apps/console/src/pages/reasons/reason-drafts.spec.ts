import { expect, it } from 'vitest';
import { moveDraft, toDrafts, toWritten } from './reason-drafts.js';

const reason = (id: string, position: number) => ({ id, position, title: id, authorText: '' });
const drafts = toDrafts([reason('b', 2), reason('a', 1), reason('c', 3)]);
const ids = (list: readonly { id?: string }[]) => list.map(({ id }) => id).join('');

it('puts reasons into the order of their digits', () => {
  expect(ids(drafts)).toBe('abc');
});

it('moves a reason by one place and not beyond the ends', () => {
  expect(ids(moveDraft(drafts, 0, 1))).toBe('bac');
  expect(ids(moveDraft(drafts, 2, -1))).toBe('acb');
  expect(ids(moveDraft(drafts, 0, -1))).toBe('abc');
  expect(ids(moveDraft(drafts, 2, 1))).toBe('abc');
});

it('sends words without the blanks around them, and no id for what is new', () => {
  expect(toWritten([{ key: 'k', title: ' Spam ', authorText: 'No. ' }])).toEqual([
    { title: 'Spam', authorText: 'No.' },
  ]);
});
