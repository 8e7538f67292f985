import { expect, it } from 'vitest';
import { noChanges } from './normalize/changes.js';
import { toOriginalSpans } from './spans.js';

/** As of `A i.d.i.o.t!`: what is joined stands for a longer piece. */
const text = {
  ...{ units: new Uint16Array(8), length: 8, changes: noChanges() },
  starts: Int32Array.of(0, 1, 2, 4, 6, 8, 10, 11),
  ends: Int32Array.of(1, 2, 4, 6, 8, 10, 11, 12),
};

it.each([
  ['nothing', [], []],
  ['one run', [[2, 7, 0.8]], [[2, 11, 0.8]]],
  [
    'runs that do not touch',
    [
      [0, 1, 0.7],
      [2, 7, 0.8],
    ],
    [
      [0, 1, 0.7],
      [2, 11, 0.8],
    ],
  ],
  [
    'runs that touch, with the higher weight',
    [
      [2, 4, 0.9],
      [4, 7, 0.6],
    ],
    [[2, 11, 0.9]],
  ],
  ['the last unit', [[7, 8, 0.5]], [[11, 12, 0.5]]],
])('leads back to the original from %s', (_, runs, expected) => {
  const given = runs.map(([start = 0, end = 0, weight = 0]) => ({ start, end, weight }));
  const spans = toOriginalSpans(given, text);
  expect(spans.map(({ start, end, weight }) => [start, end, weight])).toEqual(expected);
});

it('makes one span of runs that came from the same piece of the original', () => {
  const ligature = { ...text, starts: new Int32Array(8).fill(3), ends: new Int32Array(8).fill(5) };
  const runs = [
    { start: 0, end: 1, weight: 0.6 },
    { start: 2, end: 3, weight: 0.7 },
  ];
  expect(toOriginalSpans(runs, ligature)).toEqual([{ start: 3, end: 5, weight: 0.7 }]);
});
