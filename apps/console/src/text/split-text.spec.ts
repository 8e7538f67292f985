import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { cleanSpans, nameHidden, splitText } from './split-text.js';

const marked = (text: string, spans: { start: number; end: number }[]): string[] =>
  splitText(text, spans)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test.each([
  ['one word', 'you fool, you', [{ start: 4, end: 8 }], ['fool']],
  ['the whole text', 'fool', [{ start: 0, end: 4 }], ['fool']],
  ['nothing', 'fool', [], []],
  ['nothing of an empty text', '', [{ start: 0, end: 3 }], []],
  ['only what lies inside', 'fool', [{ start: -3, end: 99 }], ['fool']],
  [
    'nothing for an empty or turned span',
    'fool',
    [
      { start: 3, end: 3 },
      { start: 4, end: 1 },
    ],
    [],
  ],
  [
    'overlapping spans once',
    'abcdef',
    [
      { start: 0, end: 3 },
      { start: 2, end: 5 },
    ],
    ['abcde'],
  ],
  [
    'touching spans as one',
    'abcd',
    [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ],
    ['abcd'],
  ],
  [
    'spans out of order',
    'abcdef',
    [
      { start: 4, end: 5 },
      { start: 0, end: 1 },
    ],
    ['a', 'e'],
  ],
  [
    'a nested span not at all',
    'abcdef',
    [
      { start: 0, end: 6 },
      { start: 2, end: 3 },
    ],
    ['abcdef'],
  ],
])('marks %s', (_, text, spans, expected) => {
  expect(marked(text, spans)).toEqual(expected);
});

it('never cuts a character outside the basic plane in two', () => {
  expect(marked('a😂b', [{ start: 2, end: 4 }])).toEqual(['😂b']);
  expect(marked('a😂b', [{ start: 0, end: 2 }])).toEqual(['a😂']);
});

it('sets apart what cannot be seen and turns the text around', () => {
  expect(splitText('a\u202eb', []).map(({ text, hidden }) => [text, hidden])).toEqual([
    ['a', false],
    ['\u202e', true],
    ['b', false],
  ]);
});

it('leaves line breaks, tabs and the joiners of emoji alone', () => {
  const text = 'a\n\tb 👨\u200d👩\u200d👧';
  expect(splitText(text, [])).toEqual([{ text, marked: false, hidden: false }]);
});

it('loses and adds nothing, whatever the spans are', () => {
  const span = fc.record({ start: fc.integer(), end: fc.integer({ min: -5, max: 60 }) });
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(span), (text, spans) => {
      expect(
        splitText(text, spans)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('gives spans that are in order and apart', () => {
  const span = fc.record({ start: fc.nat(40), end: fc.nat(40) });
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(span), (text, spans) => {
      const clean = cleanSpans(text, spans);
      for (const [index, { start, end }] of clean.entries()) {
        expect(start).toBeLessThan(end);
        if (index > 0) expect(clean[index - 1]!.end).toBeLessThan(start);
      }
    }),
  );
});

test.each([
  ['\u202e', 'U+202E'],
  ['\u200b\u200b\u200b', 'U+200B ×3'],
  ['\u200b\u202e', 'U+200B U+202E'],
])('names %j as %s', (text, name) => {
  expect(nameHidden(text)).toBe(name);
});
