import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConvolutionScorer, type ConvolutionTables, EDGE, UNKNOWN } from './convolution.js';

const FILTERS = 3;
const OUTPUTS = 2;
/** The hashes of the words that the tables know: rows 2 to 4. */
const WORDS = [11, -22, 33];
const ROWS = WORDS.length + UNKNOWN + 1;

const rowOf = (hash: number | undefined): number => {
  if (hash === undefined) return EDGE;
  const known = WORDS.indexOf(hash);
  return known === -1 ? UNKNOWN : known + UNKNOWN + 1;
};

/** Kim 2014: every filter at every place, the strongest answer of each, then a weighted sum. */
function naive(tables: ConvolutionTables, hashes: number[]): number[] {
  const { tokens, biases, steps, heads, intercepts } = tables;
  const part = (row: number, position: number, filter: number): number =>
    tokens[(row * 3 + position) * FILTERS + filter] as number;
  const strongest = Array.from(biases, (bias, filter) => {
    const answers = hashes.map((hash, place) => {
      const [before, after] = [rowOf(hashes[place - 1]), rowOf(hashes[place + 1])];
      return part(before, 0, filter) + part(rowOf(hash), 1, filter) + part(after, 2, filter) + bias;
    });
    return Math.max(0, ...answers) * (steps[filter] as number);
  });
  return Array.from(intercepts, (intercept, output) =>
    strongest.reduce(
      (sum, answer, filter) => sum + answer * (heads[output * FILTERS + filter] as number),
      intercept,
    ),
  );
}

const numbers = (length: number, most = 100): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -most, max: most }), { minLength: length, maxLength: length });

const tables = fc
  .tuple(numbers(ROWS * 3 * FILTERS), numbers(FILTERS), numbers(FILTERS * OUTPUTS), numbers(2))
  .map(([tokens, biases, heads, intercepts]): ConvolutionTables => ({
    filters: FILTERS,
    tokens: Int8Array.from(tokens),
    words: Int32Array.from(WORDS),
    biases: Int32Array.from(biases),
    steps: Float32Array.of(0.01, 0.02, 0.03),
    heads: Float32Array.from(heads, (head) => head / 10),
    intercepts: Float32Array.from(intercepts),
  }));
const text = fc.array(fc.constantFrom(...WORDS, 44, 0), { maxLength: 9 });

const scored = (scorer: ConvolutionScorer, hashes: number[]): number[] => {
  scorer.score(Int32Array.from(hashes), hashes.length);
  return [...scorer.outputs];
};

describe('ConvolutionScorer', () => {
  it('gives what the definition gives, for one text after another', () => {
    fc.assert(
      fc.property(tables, fc.array(text, { maxLength: 4 }), (given, texts) => {
        const scorer = new ConvolutionScorer(given);
        for (const hashes of texts) {
          const expected = naive(given, hashes);
          scored(scorer, hashes).forEach((output, index) => {
            expect(output).toBeCloseTo(expected[index] as number, 3);
          });
        }
      }),
    );
  });

  it('answers a text without tokens by its intercepts', () => {
    fc.assert(
      fc.property(tables, (given) => {
        expect(scored(new ConvolutionScorer(given), [])).toEqual([...given.intercepts]);
      }),
    );
  });

  it('tells the order of words', () => {
    const tokens = new Int8Array(ROWS * 3);
    // One filter that waits for 11 and then -22.
    tokens[2 * 3] = 1;
    tokens[3 * 3 + 1] = 1;
    const scorer = new ConvolutionScorer({
      ...{ filters: 1, tokens, words: Int32Array.from(WORDS), biases: Int32Array.of(-1) },
      ...{ steps: Float32Array.of(1), heads: Float32Array.of(1), intercepts: Float32Array.of(0) },
    });
    expect(scored(scorer, [33, 11, -22, 33])).toEqual([1]);
    expect(scored(scorer, [33, -22, 11, 33])).toEqual([0]);
    expect(scored(scorer, [11, 33, -22])).toEqual([0]);
  });
});
