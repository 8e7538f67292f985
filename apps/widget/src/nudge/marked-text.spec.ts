import { describe, expect, it } from 'vitest';
import { markedText } from './marked-text.js';

const show = (text: string, ...spans: [number, number][]): string =>
  markedText(
    text,
    spans.map(([start, end]) => ({ start, end })),
  )
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');

describe('markedText', () => {
  it('marks the words and quotes what is near them', () => {
    expect(show('You are an idiot, sir', [11, 16])).toBe('You are an [idiot], sir');
    expect(show('bad and worse', [0, 3], [8, 13])).toBe('[bad] and [worse]');
  });

  it('leaves out what lies far off', () => {
    const text = `${'a'.repeat(100)}XX${'b'.repeat(200)}YY${'c'.repeat(100)}`;
    const quoted = show(text, [100, 102], [302, 304]);
    expect(quoted).toBe(
      `…${'a'.repeat(40)}[XX]${'b'.repeat(40)}…${'b'.repeat(40)}[YY]${'c'.repeat(40)}…`,
    );
  });

  it('halves no character', () => {
    const quoted = show(`${'😀'.repeat(30)}a😀X`, [63, 64]);
    expect(quoted.isWellFormed()).toBe(true);
  });

  it('passes over spans that are not in the text', () => {
    expect(show('short', [2, 90])).toBe('');
    expect(show('short', [3, 3], [0, 2], [1, 4])).toBe('[sh]ort');
    expect(markedText('short', [])).toEqual([]);
  });
});
