import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashString } from '../normalize/hash-units.js';
import { plainText } from './plain-text.fixture.js';
import { TokenBuffer } from './token-buffer.js';
import { SPACE, unitKinds } from './unit-kinds.js';

const reused = new TokenBuffer();

/** A copy, for the buffers are reused. */
function read(original: string, from = 0, to = original.length) {
  const text = plainText(original);
  reused.read(text, from, to);
  return Array.from({ length: reused.count }, (_, index) => {
    const [start, end] = [reused.starts[index] as number, reused.ends[index] as number];
    const written = String.fromCharCode(...text.units.subarray(start, end));
    return { start, end, written, hash: reused.hashes[index], kind: reused.kinds[index] };
  });
}

const written = (original: string): string[] => read(original).map((token) => token.written);
const hashes = (original: string) => read(original).map(({ hash }) => hash);

describe('the tokens of a text', () => {
  it.each([
    ['a text without any', '', []],
    ['spaces of all kinds', ' \t\n\u00a0\u2028\u3000', []],
    ['words and digits', 'the 3rd one 42', ['the', '3rd', 'one', '42']],
    ['an apostrophe within a word', "don't rock'n'roll", ["don't", "rock'n'roll"]],
    ['apostrophes around a word', "'so' dogs' end'", ["'", 'so', "'", 'dogs', "'", 'end', "'"]],
    ['two apostrophes, which part words', "it''s", ['it', "''", 's']],
    ['a row of one sign', 'what!!! no?!?', ['what', '!!!', 'no', '?', '!', '?']],
    ['emoji, a row of one and two of a kind', 'a😀😀b😀😁', ['a', '😀😀', 'b', '😀', '😁']],
    ['each Han character', '你好 world', ['你', '好', 'world']],
    ['each kana', 'かナ', ['か', 'ナ']],
    ['Hangul in words', '한국어 좋아', ['한국어', '좋아']],
    ['letters with accents', 'café müller', ['café', 'müller']],
    ['other alphabets', 'привет мир', ['привет', 'мир']],
    ['letters between Han', '我love你', ['我', 'love', '你']],
  ])('are those of %s', (_, original, expected) => {
    expect(written(original)).toEqual(expected);
  });

  it.each([
    ['\ud83d', ['\ud83d']],
    ['\ude00', ['\ude00']],
    ['a\ud83db', ['a', '\ud83d', 'b']],
    ['\ud83d \ude00', ['\ud83d', '\ude00']],
    ['\ude00\ude00x', ['\ude00\ude00', 'x']],
    ['😀\ud83d', ['😀', '\ud83d']],
  ])('leave what stands beside half an emoji alone in %j', (original, expected) => {
    expect(written(original)).toEqual(expected);
  });

  it('are in order, do not overlap, are never empty and cover all but the spaces', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from("ab' !?你\ud83d\ude00"), '😀', "'") }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(anyText, (original) => {
        const { units } = plainText(original);
        const covered = new Uint8Array(units.length);
        let last = 0;
        for (const { start, end } of read(original)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          covered.fill(1, start, end);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(units.length);
        const isNoSpace = Uint8Array.from(units, (unit) => (unitKinds[unit] === SPACE ? 0 : 1));
        expect(covered).toEqual(isNoSpace);
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the given part alone', () => {
    expect(read('one two three', 4, 7)).toEqual([
      expect.objectContaining({ written: 'two', start: 4, end: 7 }),
    ]);
    expect(read("can't", 0, 4).map((token) => token.written)).toEqual(['can', "'"]);
  });

  it('are forgotten when the next text is read', () => {
    read('many words '.repeat(2_000));
    expect(written('few')).toEqual(['few']);
  });
});

describe('the hash of a token', () => {
  it.each(["don't", 'idiot', '你', '!', '😀', '!!!'])('of %j is that of its spelling', (token) => {
    expect(hashes(token)).toEqual([hashString(token)]);
  });

  it('forgets what follows the 24th letter, and the token does not', () => {
    const beginning = 'a'.repeat(24);
    expect(hashes(`${beginning}b`)).toEqual(hashes(`${beginning}${'xyz'.repeat(4_000)}`));
    expect(hashes(beginning.slice(1))).not.toEqual(hashes(beginning));
    expect(read(`${beginning}bc`)[0]).toMatchObject({ start: 0, end: 26 });
  });

  it.each(['!', '😀'])('is the same for three of %j and for thirty', (sign) => {
    expect(hashes(sign.repeat(30))).toEqual(hashes(sign.repeat(3)));
    expect(hashes(sign.repeat(2))).not.toEqual(hashes(sign.repeat(3)));
  });
});
