import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWords, newNormalizer, normalized } from './normalize.fixture.js';
import type { NormalizedText } from './normalizer.js';

const reused = newNormalizer();

/** A copy, for the buffers are reused. */
function read(text: string, by = reused) {
  const { units, starts, ends, length, changes } = by.normalize(text);
  return {
    text: String.fromCharCode(...units.subarray(0, length)),
    starts: [...starts.subarray(0, length)],
    ends: [...ends.subarray(0, length)],
    changes: { ...changes },
  };
}

function splitsPair(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));
}

/** Texts in which every rule is at work, and any others. */
const oddPiece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.integer({ max: 0xffff, min: 0 }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: fc.constantFrom(...Array.from('fuckshitde .*-_@$1!|+аіυ\u0301\u200b🇫🇺ﷺ(')) }),
  fc.constantFrom('f*ck', 'i d i o t', 'coooool', '1d10t', 'fcuk', 'id.iot', 'іdіоt', ' ', "'"),
);
const oddText = fc.array(oddPiece, { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('the way back to the original', () => {
  it('never leaves the original, never goes backward, never splits a character', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const { starts, ends } = read(text);
        let [start, end] = [0, 0];
        starts.forEach((from, index) => {
          const to = ends[index] as number;
          expect(from).toBeGreaterThanOrEqual(start);
          expect(to).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(splitsPair(text, from) || splitsPair(text, to)).toBe(false);
          [start, end] = [from, to];
        });
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['an i.d.i.o.t!', 'idiot', 'i.d.i.o.t'],
    ['a coooool car', 'cool', 'coooool'],
    ['so f**k it', 'fuck', 'f**k'],
    ['what 1d10t!', 'idiot', '1d10t'],
    ['x 𝕚𝕕𝕚𝕠𝕥 y', 'idiot', '𝕚𝕕𝕚𝕠𝕥'],
    ['x 🇫🇺🇨🇰 y', 'fuck', '🇫🇺🇨🇰'],
    ['an id\u200biot', 'idiot', 'id\u200biot'],
    ['you fcuk', 'fuck', 'fcuk'],
    ['an i\u0301diot\u0336 here', 'idiot', 'i\u0301diot\u0336'],
  ])('leads from the word in %j to where it stands', (text, word, written) => {
    const result = read(text);
    const at = result.text.indexOf(word);
    expect(at).toBeGreaterThanOrEqual(0);
    expect(text.slice(result.starts[at], result.ends[at + word.length - 1])).toBe(written);
  });
});

describe('normalize', () => {
  it('leaves a lower-case text of known words as it is', () => {
    const words = fc.array(fc.constantFrom(...knownWords), { maxLength: 40 });
    fc.assert(
      fc.property(words, (chosen) => {
        // Lone letters next to each other may spell a word.
        const text = chosen.filter((word) => word.length > 1).join(' ');
        const result = read(text);
        expect(result.text).toBe(text);
        expect(result.starts).toEqual(Array.from(text, (_, index) => index));
        expect(result.ends).toEqual(Array.from(text, (_, index) => index + 1));
      }),
    );
  });

  it('gives the same whatever it was given before', () => {
    fc.assert(
      fc.property(oddText, oddText, (before, text) => {
        reused.normalize(before);
        expect(read(text)).toEqual(read(text, newNormalizer()));
      }),
      { numRuns: 200 },
    );
  });

  it('reuses its buffers', () => {
    const first: NormalizedText = reused.normalize('one text');
    const { units } = first;
    expect(reused.normalize('and another text').units).toBe(units);
  });

  it.each([
    ['ab*'.repeat(6_666)],
    ['a '.repeat(10_000)],
    ['a1.b@'.repeat(4_000)],
    ['a'.repeat(20_000)],
    ['ab_cd_'.repeat(3_333)],
    ['\ufdfa'.repeat(20_000)],
    [`x${'\u0301'.repeat(20_000)}`],
    ['(a'.repeat(10_000) + ')'],
    ['aabbccdd '.repeat(2_222)],
  ])('takes time in proportion to the length, as of %.12j…', (text) => {
    reused.normalize(text);
    const half = fastest(text.slice(0, text.length / 2));
    const whole = fastest(text);
    expect(whole).toBeLessThan(half * 4 + 5);
  });
});

/** Milliseconds of the processor, which others may use meanwhile: the best of a few tries. */
function fastest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    reused.normalize(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('changes', () => {
  const changes = (text: string) => {
    const { letters: _, ...rest } = reused.normalize(text).changes;
    return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
  };

  it.each([
    ['a plain text', {}],
    ['YOU are SO nice', { upperCase: 5, allCapsWords: 2 }],
    ['іdіоt 𝕚', { lookAlikes: 4 }],
    ['1d10t and sh1t', { leet: 2 }],
    ['i d i o t', { joined: 1 }],
    ['st\u200bup\u200bid', { invisible: 2 }],
    ['coooool', { repeats: 1 }],
    ['f*ck, s***', { masks: 2 }],
    ['fcuk', { swaps: 1 }],
  ])('counts what was undone in %j', (text, expected) => {
    expect(changes(text)).toEqual(expected);
  });

  it('counts letters of any script', () => {
    expect(reused.normalize('ab сд 1').changes.letters).toBe(4);
  });

  it('begins anew with each text', () => {
    reused.normalize('f*ck');
    expect(changes('a plain text')).toEqual({});
  });
});

describe('a lexicon', () => {
  it('decides between readings of a mask by how common they are', () => {
    expect(normalized('s*** and f***')).toBe('shit and fuck');
  });
});
