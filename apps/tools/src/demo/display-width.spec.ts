import { expect, test } from 'vitest';
import { displayWidth, fitWidth, padWidth } from './display-width.js';

test.each([
  ['abc', 3],
  ['', 0],
  ['票價調整', 8],
  ['かな、', 6],
  ['한글', 4],
  ['ｆｕ', 4],
  ['😂', 2],
  ['👨\u200d👩\u200d👧', 2],
  ['❤\ufe0f', 2],
  ['🇺🇦', 2],
  ['12 #', 4],
  ['e\u0301', 1],
  ['a\u200bb', 2],
  ['شكرا', 4],
])('%j takes %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['票價調整', 8, '票價調整'],
  ['票價調整', 7, '票價調…'],
  ['票價調整', 6, '票價…'],
])('fits %s into %i columns as %s', (text, columns, expected) => {
  expect(fitWidth(text, columns)).toBe(expected);
});

test('fills by columns, not by characters', () => {
  expect(padWidth('票價', 6)).toBe('票價  ');
  expect(padWidth('too long', 3)).toBe('too long');
});
