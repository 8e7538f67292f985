import { expect, test } from 'vitest';
import { figureTable, median, ratio } from './figures.js';

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[100, 20, 3, 9], 14.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('compares rounds with rounds, so that a slow machine cancels out', () => {
  const ours = { name: 'ours', rounds: [50, 100, 10] };
  const theirs = { name: 'theirs', rounds: [100, 200, 20] };
  expect(ratio(ours, theirs)).toBe(0.5);
});

test('prints medians and ratios in aligned columns', () => {
  const table = figureTable([
    { name: 'ours', rounds: [1000, 3000, 2000] },
    { name: 'theirs', rounds: [2000, 6000, 4000] },
  ]);
  const [head = '', ours = '', theirs = ''] = table.split('\n');
  expect(ours.trim().split(/\s+/)).toEqual(['ours', '2,000', '1,000', '3,000']);
  expect(theirs.trim().split(/\s+/)).toEqual(['theirs', '4,000', '2,000', '6,000', '0.50']);
  expect(theirs).toHaveLength(head.length);
});

test('adds the share that is reached of the first, where it is asked for', () => {
  const table = figureTable(
    [
      { name: 'theirs', rounds: [2000, 6000, 4000] },
      { name: 'ours', rounds: [1000, 3000, 2000] },
    ],
    'of theirs',
  );
  const [head = '', , ours = ''] = table.split('\n');
  expect(head).toMatch(/ratio +of theirs$/);
  expect(ours).toMatch(/ 2\.00 +0\.50$/);
  expect(ours).toHaveLength(head.length);
});
