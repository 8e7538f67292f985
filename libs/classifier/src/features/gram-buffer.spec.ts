import { describe, expect, it } from 'vitest';
import { hashString } from '../normalize/hash-units.js';
import { GramBuffer, pairHash } from './gram-buffer.js';
import { plainText } from './plain-text.fixture.js';
import { TokenBuffer } from './token-buffer.js';

function grams(original: string, longest = 2, buffer = new GramBuffer()): number[] {
  const text = plainText(original);
  const tokens = new TokenBuffer();
  tokens.read(text, 0, text.length);
  buffer.clear();
  buffer.addTokens(text, tokens, longest);
  return [...buffer.hashes.subarray(0, buffer.count)];
}

function pieces(word: string): number[] {
  return grams(word).slice(1);
}

const shared = (one: number[], other: number[]): number =>
  one.filter((hash) => other.includes(hash)).length;

describe('the pieces of a word', () => {
  it.each([
    ['i', 2 + 1],
    ['me', 3 + 2 + 1],
    ['you', 4 + 3 + 2 + 1],
    ['them', 5 + 4 + 3 + 2],
    ['idiot', 6 + 5 + 4 + 3],
    ['abcdefghijklmnopqrstuvwx', 25 + 24 + 23 + 22],
  ])('of %j are %i, from two to five characters with its boundaries', (word, count) => {
    expect(pieces(word)).toHaveLength(count);
    expect(new Set(pieces(word)).size).toBe(count);
  });

  it('end where long words do', () => {
    expect(pieces('ab'.repeat(500))).toEqual(pieces('ab'.repeat(12)));
  });

  it.each([2, 3])('of each token are found again among features of up to %i tokens', (longest) => {
    const buffer = new GramBuffer();
    grams('some words, some signs', longest, buffer);
    const found = ['some', 'words', ',', 'some', 'signs'].map((_, index) => [
      ...buffer.hashes.subarray(buffer.pieceStarts[index], buffer.pieceEnds[index]),
    ]);
    const some = pieces('some');
    expect(found).toEqual([some, pieces('words'), [], some, pieces('signs')]);
  });

  it('know where a word begins and ends', () => {
    // ab, ab_ and b_ of: _a _ab _ab_ ab ab_ b_
    expect(shared(pieces('ab'), pieces('xab'))).toBe(3);
    expect(shared(pieces('ab'), pieces('abx'))).toBe(3);
    // Of xaby only ab.
    expect(shared(pieces('ab'), pieces('xaby'))).toBe(1);
  });

  it('are not taken for words', () => {
    expect(pieces('idiots')).not.toContain(hashString('idiot'));
  });

  it.each(['!', '你', '😀'])('are missing where a token is no word: %j', (token) => {
    expect(grams(token)).toEqual([hashString(token)]);
  });
});

describe('the n-grams of a text', () => {
  const [bang, comma, question] = [hashString('!'), hashString(','), hashString('?')];

  it('are its tokens and their pairs', () => {
    expect(grams('!,?', 2)).toEqual([
      ...[bang, comma, pairHash(bang, comma)],
      ...[question, pairHash(comma, question)],
    ]);
  });

  it('are triples as well where three in a row are asked for', () => {
    const found = grams('!,?', 3);
    expect(found.slice(0, 5)).toEqual(grams('!,?', 2));
    expect(found).toHaveLength(6);
    expect(grams('?,!', 3).at(-1)).not.toBe(found.at(-1));
  });

  it('tell the order of a pair', () => {
    expect(pairHash(bang, comma)).not.toBe(pairHash(comma, bang));
  });

  it('come as often as they occur', () => {
    expect(grams('! , !').filter((hash) => hash === bang)).toHaveLength(2);
  });

  it('are all kept, however many there are', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
    const found = new Set(grams(words.join(' ')));
    expect(words.filter((word) => !found.has(hashString(word)))).toEqual([]);
  });

  it('are forgotten when the buffer is cleared', () => {
    const buffer = new GramBuffer();
    grams('a longer text than the next', 2, buffer);
    expect(grams('short', 2, buffer)).toEqual(grams('short'));
  });
});
