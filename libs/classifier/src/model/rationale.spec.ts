import { describe, expect, it } from 'vitest';
import { FeatureReader } from '../features/feature-reader.js';
import { GramBuffer } from '../features/gram-buffer.js';
import { plainText } from '../features/plain-text.fixture.js';
import { TokenBuffer } from '../features/token-buffer.js';
import { hashString } from '../normalize/hash-units.js';
import {
  addRationaleGrams,
  RationaleScorer,
  rationaleValue,
  type RationaleTable,
} from './rationale.js';

const BUCKETS = 2 ** 16;
/** The token and what stands on either side. */
const [WHOLE, PER_SIDE] = [3, 1];

function read(original: string) {
  const text = plainText(original);
  const tokens = new TokenBuffer();
  tokens.read(text, 0, text.length);
  return { text, tokens };
}

function grams(original: string, index: number): number[] {
  const { text, tokens } = read(original);
  const buffer = new GramBuffer();
  addRationaleGrams(text, tokens, index, buffer);
  return [...buffer.hashes.subarray(0, buffer.count)];
}

const sharedBy = (one: number[], other: number[]): number =>
  one.filter((hash) => other.includes(hash)).length;

describe('the features of a token', () => {
  it('are itself, its neighbors and its pieces', () => {
    const found = grams('you idiot!', 1);
    expect(found[0]).toBe(hashString('idiot'));
    expect(found).toHaveLength(WHOLE + 6 + 5 + 4 + 3);
    expect(grams('you idiot!', 2)).toHaveLength(WHOLE);
  });

  it.each([
    ['before', 'that idiot!'],
    ['after', 'you idiot.'],
  ])('change by what stands %s', (_, other) => {
    const found = grams('you idiot!', 1);
    expect(sharedBy(found, grams(other, 1))).toBe(found.length - PER_SIDE);
  });

  it('tell what stands before from what stands after', () => {
    // The word alone and its pieces are the same.
    expect(sharedBy(grams('a b c', 1), grams('c b a', 1))).toBe(
      grams('a b c', 1).length - 2 * PER_SIDE,
    );
  });

  it('tell the edges of a text', () => {
    expect(sharedBy(grams('b', 0), grams('a b c', 1))).toBe(grams('b', 0).length - 2 * PER_SIDE);
  });

  it.each(['i', 'idiot', 'idiots'])(
    'count the pieces of %j together as much as the token',
    (word) => {
      const values = grams(word, 0).map((_, feature, all) => rationaleValue(feature, all.length));
      expect(values[0]).toBe(1);
      expect(Math.hypot(...values.slice(WHOLE))).toBeCloseTo(1, 10);
    },
  );

  it('count a neighbor no more than the token', () => {
    for (const feature of Array(WHOLE).keys()) {
      expect(rationaleValue(feature, 20)).toBeGreaterThan(0);
      expect(rationaleValue(feature, 20)).toBeLessThanOrEqual(1);
    }
  });
});

describe('RationaleScorer', () => {
  const [intercept, step, textWeight] = [-2, 0.5, 0.25];
  const weights = new Int8Array(BUCKETS);
  for (let bucket = 0; bucket < BUCKETS; bucket++) weights[bucket] = (bucket % 21) - 10;
  const table: RationaleTable = { weights, step, intercept, textWeight, threshold: 0.5 };

  it.each([0, 1, 2])('weighs token %i by the sum of its features and of the text', (index) => {
    const original = 'you idiot!';
    const features = new FeatureReader(2);
    features.read(plainText(original), original, 0, original.length);
    const found = grams(original, index);
    const sum = found.reduce((total, hash, feature) => {
      const weight = weights[hash & (BUCKETS - 1)] as number;
      return total + weight * rationaleValue(feature, found.length);
    }, 0);
    const logOdds = intercept + step * sum + textWeight * 3;
    expect(new RationaleScorer(table).weigh(features, index, 3)).toBeCloseTo(logOdds, 10);
  });
});
