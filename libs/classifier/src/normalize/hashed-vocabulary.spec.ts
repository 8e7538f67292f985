import { describe, expect, it } from 'vitest';
import { HashedVocabulary } from './hashed-vocabulary.js';
import { commonnessOf } from './vocabulary.js';

const unitsOf = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
const look = (vocabulary: HashedVocabulary, word: string) =>
  vocabulary.commonness(unitsOf(`<${word}>`), 1, word.length + 1);

const words = Array.from(
  { length: 30_000 },
  (_, index) => [`word${index.toString(36)}`, 1 + (index % 255)] as const,
);

describe('HashedVocabulary', () => {
  it('knows its words and how common they are, and no others', () => {
    const vocabulary = HashedVocabulary.build(words);
    expect(words.filter(([word, tier]) => look(vocabulary, word) !== tier)).toEqual([]);
    const others = words.filter(([word]) => look(vocabulary, `${word}x.`) > 0);
    expect(others.length).toBeLessThan(5);
  });

  it('is read back from its bytes', () => {
    const bytes = HashedVocabulary.build(words).toBytes();
    const vocabulary = HashedVocabulary.fromBytes(bytes);
    expect(vocabulary.size).toBe(30_000);
    expect(words.filter(([word, tier]) => look(vocabulary, word) !== tier)).toEqual([]);
  });

  it('is read from the middle of a larger file', () => {
    const bytes = HashedVocabulary.build([['word', 7]]).toBytes();
    const file = new Uint8Array(bytes.length + 3);
    file.set(bytes, 3);
    expect(look(HashedVocabulary.fromBytes(file.subarray(3)), 'word')).toBe(7);
  });

  it('has the same bytes in whatever order the words come, fewer than 200 KB for 30,000', () => {
    const bytes = HashedVocabulary.build(words).toBytes();
    expect(HashedVocabulary.build(words.toReversed()).toBytes()).toEqual(bytes);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it('keeps the higher commonness of a word given twice', () => {
    const vocabulary = HashedVocabulary.build([
      ['word', 9],
      ['word', 3],
    ]);
    expect(look(vocabulary, 'word')).toBe(9);
  });

  it('may be empty', () => {
    expect(look(HashedVocabulary.build([]), 'word')).toBe(0);
  });

  it.each([0, 256, 1.5, Number.NaN])('refuses %d as a commonness', (tier) => {
    expect(() => HashedVocabulary.build([['word', tier]])).toThrow(RangeError);
  });

  it('refuses bytes that are something else, or cut off', () => {
    const bytes = HashedVocabulary.build([['word', 9]]).toBytes();
    expect(() => HashedVocabulary.fromBytes(bytes.subarray(1))).toThrow(RangeError);
    expect(() => HashedVocabulary.fromBytes(bytes.subarray(0, -1))).toThrow(RangeError);
    expect(() => HashedVocabulary.fromBytes(new Uint8Array(0))).toThrow(RangeError);
  });
});

describe('commonnessOf', () => {
  it('gains ten for each doubling and stays within a byte', () => {
    expect(commonnessOf(2_000, 1e7) - commonnessOf(1_000, 1e7)).toBe(10);
    expect(commonnessOf(1, 1e12)).toBe(1);
    expect(commonnessOf(5e8, 1e9)).toBe(255);
  });
});
