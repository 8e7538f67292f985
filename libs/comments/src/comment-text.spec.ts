import { describe, expect, it } from 'vitest';
import { normalizeBody, textProblem } from './comment-text.js';

const body = { maximum: 10, lines: true };

describe('normalizeBody', () => {
  it.each([
    ['trims', '  hello \n', 'hello'],
    ['composes', 'cafe\u0301', 'caf\u00e9'],
    ['makes line ends one kind', 'a\r\nb\rc', 'a\nb\nc'],
    ['keeps compatibility characters as they are', '\ufb01ne', '\ufb01ne'],
  ])('%s', (_, raw, expected) => {
    expect(normalizeBody(raw)).toBe(expected);
  });
});

describe('textProblem', () => {
  it.each([
    ['ten characters', '0123456789', null],
    ['eleven characters', '01234567890', 'maxLength'],
    ['ten emoji, which are twenty code units', '😀'.repeat(10), null],
    ['eleven emoji', '😀'.repeat(11), 'maxLength'],
    ['line ends and tabs', 'a\n\tb', null],
    ['nothing', '', 'minLength'],
    ['blanks', ' \n ', 'minLength'],
    ['a lone high surrogate', 'a\ud800b', 'isWellFormed'],
    ['a lone low surrogate', 'a\udc00', 'isWellFormed'],
    ['a NUL', 'a\u0000b', 'noControlCharacters'],
    ['an escape', 'a\u001b[1m', 'noControlCharacters'],
    ['a C1 control', 'a\u0085b', 'noControlCharacters'],
    ['only zero-width spaces', '\u200b\u200b', 'isVisible'],
    ['only a Hangul filler', '\u3164', 'isVisible'],
    ['a zero-width joiner inside an emoji', '👩‍💻', null],
    ['right-to-left text', 'שלום', null],
  ])('judges %s', (_, text, rule) => {
    expect(textProblem(text, body)?.rule ?? null).toBe(rule);
  });

  it('refuses line ends where one line is asked for', () => {
    expect(textProblem('a\nb', { maximum: 10, lines: false })?.rule).toBe('noControlCharacters');
  });
});
