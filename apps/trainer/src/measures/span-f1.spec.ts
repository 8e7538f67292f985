import { expect, test } from 'vitest';
import { spanF1, unitsOfCodePoints } from './span-f1.js';

const offsets = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

test.each([
  ['the very same characters', [{ start: 2, end: 6 }], offsets(2, 6), 1],
  ['half of what was marked, nothing else', [{ start: 0, end: 2 }], offsets(0, 4), 2 / 3],
  ['twice what was marked', [{ start: 0, end: 4 }], offsets(0, 2), 2 / 3],
  ['other characters', [{ start: 0, end: 2 }], offsets(5, 7), 0],
  [
    'two spans, one of them right',
    [
      { start: 0, end: 3 },
      { start: 5, end: 8 },
    ],
    offsets(0, 3),
    2 / 3,
  ],
  [
    'spans that overlap count once',
    [
      { start: 0, end: 3 },
      { start: 1, end: 4 },
    ],
    offsets(0, 4),
    1,
  ],
  ['both empty', [], [], 1],
  ['a span where nothing was marked', [{ start: 0, end: 1 }], [], 0],
  ['no span where something was marked', [], [3], 0],
])('%s', (_, spans, gold, expected) => {
  expect(spanF1(spans, new Set(gold))).toBeCloseTo(expected, 12);
});

test('turns code points into UTF-16 offsets, both units of an emoji', () => {
  expect([...unitsOfCodePoints('a😀bc', [1, 2])]).toEqual([1, 2, 3]);
  expect([...unitsOfCodePoints('abc', [0, 2])]).toEqual([0, 2]);
  expect([...unitsOfCodePoints('ab', [7])]).toEqual([]);
});
