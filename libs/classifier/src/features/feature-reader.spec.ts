import { expect, it } from 'vitest';
import { hashString } from '../normalize/hash-units.js';
import { FeatureReader } from './feature-reader.js';
import { plainText } from './plain-text.fixture.js';

const ORIGINAL = 'You are a very long text, and YOU are read before the others!';

function read(reader: FeatureReader, original: string, from = 0, to = original.length): number[] {
  reader.read(plainText(original), original, from, to);
  return [...reader.grams.hashes.subarray(0, reader.grams.count)];
}

it('reads a text alike, whatever it has read before', () => {
  const reused = new FeatureReader(3);
  read(reused, ORIGINAL.repeat(40));
  expect(read(reused, ORIGINAL)).toEqual(read(new FeatureReader(3), ORIGINAL));
});

it('reads of a piece its own words alone', () => {
  const reader = new FeatureReader(2);
  const found = read(reader, 'first second third', 6, 12);
  expect(found).toContain(hashString('second'));
  expect(found).not.toContain(hashString('first'));
  expect(found).not.toContain(hashString('third'));
  expect(reader.tokens.count).toBe(1);
});

it('makes triples only where three in a row are asked for', () => {
  const [two, three] = [2, 3].map((longest) => read(new FeatureReader(longest), 'a b c d'));
  expect(three).toHaveLength((two as number[]).length + 2);
});

it('reads words as before where the looks of the text are left out', () => {
  const [whole, words] = [new FeatureReader(2), new FeatureReader(2)];
  const found = read(whole, 'you THERE!');
  words.readTokens(plainText('you THERE!'), 0, 10);
  const { hashes, count } = words.grams;
  expect(count).toBeLessThan(found.length);
  expect([...hashes.subarray(0, count)]).toEqual(found.slice(0, count));
});
