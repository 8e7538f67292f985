import { expect, it } from 'vitest';
import { percent, table } from './markdown.js';

it.each([
  [0, '0.0%'],
  [0.1234, '12.3%'],
  [1, '100.0%'],
  [NaN, '-'],
  [Infinity, '-'],
])('writes %d as %s', (share, expected) => {
  expect(percent(share)).toBe(expected);
});

it('writes a table', () => {
  expect(
    table(
      ['set', 'rows'],
      [
        ['one', '1'],
        ['two', '2'],
      ],
    ),
  ).toBe(['| set | rows |', '| --- | --- |', '| one | 1 |', '| two | 2 |'].join('\n'));
});
