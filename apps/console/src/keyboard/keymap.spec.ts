import { expect, it, test } from 'vitest';
import { KEY_GROUPS, KEYMAP, matchKey, type KeyAction } from './keymap.js';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

test.each<[string, KeyAction]>([
  ['j', 'next'],
  ['ArrowUp', 'previous'],
  ['a', 'approve'],
  ['x', 'select'],
  ['X', 'selectRange'],
  ['?', 'help'],
  ['/', 'search'],
])('takes %s for %s', (key, action) => {
  expect(matchKey(press(key), null)).toEqual({ kind: 'action', action });
});

it('undoes by Ctrl+Z and by Command+Z', () => {
  const undo = { kind: 'action', action: 'undo' };
  expect(matchKey(press('z', { ctrlKey: true }), null)).toEqual(undo);
  expect(matchKey(press('z', { metaKey: true }), null)).toEqual(undo);
});

it('leaves combinations to the browser that are not in the table', () => {
  expect(matchKey(press('r', { ctrlKey: true }), null)).toEqual({ kind: 'none' });
  expect(matchKey(press('a', { altKey: true }), null)).toEqual({ kind: 'none' });
});

it('waits for the second key of a sequence, and gives up at a wrong one', () => {
  expect(matchKey(press('g'), null)).toEqual({ kind: 'prefix', prefix: 'g' });
  expect(matchKey(press('c'), 'g')).toEqual({ kind: 'action', action: 'goCampaigns' });
  expect(matchKey(press('z'), 'g')).toEqual({ kind: 'none' });
});

it('gives no key to two actions', () => {
  const keys = Object.values(KEYMAP).flat();
  expect(new Set(keys).size).toBe(keys.length);
});

it('has no sequence that begins with a key of its own', () => {
  const keys = Object.values(KEYMAP).flat() as string[];
  const prefixes = keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]);
  expect(keys.filter((key) => prefixes.includes(key))).toEqual([]);
});

it('lists every key in one group', () => {
  expect(Object.values(KEY_GROUPS).flat().sort()).toEqual(Object.keys(KEYMAP).sort());
});
