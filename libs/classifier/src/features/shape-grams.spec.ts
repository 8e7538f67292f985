import { describe, expect, it } from 'vitest';
import { GramBuffer } from './gram-buffer.js';
import { plainText } from './plain-text.fixture.js';
import { addShapes } from './shape-grams.js';
import { TokenBuffer } from './token-buffer.js';

/** Length, capitals, exclamations and questions are told of every text. */
const ALWAYS = 4;

function shapes(original: string): number[] {
  const text = plainText(original);
  const tokens = new TokenBuffer();
  const grams = new GramBuffer();
  tokens.read(text, 0, text.length);
  addShapes(text, original, tokens, grams);
  return [...grams.hashes.subarray(0, grams.count)];
}

function differences(one: string, other: string): number {
  const known = new Set(shapes(other));
  return shapes(one).filter((hash) => !known.has(hash)).length;
}

describe('the shapes of a text', () => {
  it('do not depend on its words', () => {
    expect(shapes('Dogs bite men.')).toEqual(shapes('Cats like you.'));
  });

  it.each([
    ['its length', 'dogs bite', 'dogs bite very many men'],
    ['its exclamations', 'Go away!!!!!', 'Go away.....'],
    ['its questions', 'Go away???', 'Go away...'],
    ['how it begins', 'dogs bite, Men do', 'Dogs bite, men do'],
  ])('tell %s', (_, one, other) => {
    expect(differences(one, other)).toBe(1);
  });

  it.each([
    ['Well done! Go on!', 'Well done!! Go on'],
    ['Is it? Is it?', 'Is it?? Is it.'],
  ])('count signs wherever they stand: %j', (one, other) => {
    expect(differences(one, other)).toBe(0);
  });

  it('take a hundred exclamations for no more than sixty-four', () => {
    const rest = (signs: number): string => '.'.repeat(128 - signs);
    expect(differences(`A${'!'.repeat(100)}${rest(100)}`, `A${'!'.repeat(64)}${rest(64)}`)).toBe(0);
  });

  it('tell of words of three letters and more in capitals which they are', () => {
    expect(shapes('I HATE THIS SO MUCH')).toHaveLength(ALWAYS + 3);
    // The words alone: the text is as long and as loud.
    expect(differences('YOU ARE SO MEAN', 'YOU ARE SO GOOD')).toBe(1);
  });

  it('take a word of which one letter is small for no shout', () => {
    expect(shapes('McDONALDS has OPENED')).toHaveLength(ALWAYS + 1);
  });

  it.each(['', ' ', '...', '你好', '\ud83d'])('are told of %j too', (original) => {
    expect(shapes(original)).toHaveLength(ALWAYS);
  });
});
