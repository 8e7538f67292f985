import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KINDS } from './kinds.js';
import { obfuscate } from './obfuscate.js';
import { mulberry32 } from './random.js';

const lexicon = new Set(['idiot', 'fool', 'stupid']);
const kinds = fc.constantFrom(...KINDS);

const disguised = (text: string, kind: (typeof KINDS)[number], seed = 1) =>
  obfuscate(text, kind, { random: mulberry32(seed), lexicon });

describe('obfuscate', () => {
  it.each(KINDS)('disguises every word of the lexicon: %s', (kind) => {
    for (let seed = 0; seed < 200; seed++) {
      expect(disguised('an idiot, a STUPID one', kind, seed)).not.toMatch(/\bidiot\b|\bstupid\b/i);
    }
  });

  it.each(KINDS)('gives the same for the same seed: %s', (kind) => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, seed) => {
        expect(disguised(`${text} idiot`, kind, seed)).toBe(disguised(`${text} idiot`, kind, seed));
      }),
    );
  });

  it('never throws and keeps what is not a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), kinds, (text, kind) => {
        const signs = (value: string) => value.replace(/[^0-9?]/g, '').length;
        expect(signs(disguised(text, kind))).toBeGreaterThanOrEqual(signs(text));
      }),
    );
  });

  it('disguises a tenth of the other words of four letters and more', () => {
    const words = Array.from({ length: 5_000 }, () => 'house').join(' ');
    const left = disguised(words, 'repeats').match(/\bhouse\b/g)?.length ?? 0;
    expect(left / 5_000).toBeGreaterThan(0.88);
    expect(left / 5_000).toBeLessThan(0.92);
    expect(disguised('the cat sat on it '.repeat(100), 'repeats')).toBe(
      'the cat sat on it '.repeat(100),
    );
  });

  it('leaves links and handles alone', () => {
    const text = 'https://example.com/stupid @idiot stupid@example.com';
    for (const kind of KINDS) expect(disguised(text, kind)).toBe(text);
  });

  it.each([
    ['spaces', 'i d i o t'],
    ['zero-width', 'idiot'],
    ['repeats', 'idiot'],
  ] as const)('leaves the word readable: %s', (kind, expected) => {
    const shown = disguised('idiot', kind)
      .replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')
      .replace(/(.)\1+/g, '$1');
    expect(shown).toBe(expected);
  });

  it('keeps the letters of a swapped word and the first of a masked one', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect([...disguised('stupid', 'swaps', seed)].sort().join('')).toBe('dipstu');
      expect(disguised('stupid', 'masks', seed)).toMatch(/^s[a-z*#@_-]{5}$/);
    }
  });

  it.each(KINDS)('spells words in several ways: %s', (kind) => {
    if (kind === 'spaces') return;
    const ways = new Set(Array.from({ length: 100 }, (_, seed) => disguised('stupid', kind, seed)));
    expect(ways.size).toBeGreaterThan(3);
  });
});

describe('mulberry32', () => {
  it('gives numbers from 0 to below 1, evenly', () => {
    const random = mulberry32(42);
    const numbers = Array.from({ length: 10_000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, value) => sum + value) / 10_000).toBeCloseTo(0.5, 1);
  });
});
