import { describe, expect, it } from 'vitest';
import { sentencesOf } from './sentences.js';

const cut = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe('sentencesOf', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['One', ['One']],
    [' One. Two! Three? ', ['One.', 'Two!', 'Three?']],
    ['It cost 3.50 in all. Mad.', ['It cost 3.50 in all.', 'Mad.']],
    ['A line\nanother line', ['A line', 'another line']],
    ['今天很好。我们走吧！', ['今天很好。', '我们走吧！']],
    ['😀! 👩‍👩‍👧 came.', ['😀!', '👩‍👩‍👧 came.']],
  ])('%j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('joins neighbors where there are too many, and leaves nothing out', () => {
    const text = Array.from({ length: 1234 }, (_, number) => `Number ${number}.`).join(' ');
    const pieces = cut(text);
    expect(pieces.length).toBeLessThanOrEqual(50);
    expect(pieces.join(' ')).toBe(text);
  });
});
