import { expect, it } from 'vitest';
import { FeatureReader } from '../features/feature-reader.js';
import { pairHash } from '../features/gram-buffer.js';
import { plainText } from '../features/plain-text.fixture.js';
import { hashString } from '../normalize/hash-units.js';
import { LINEAR_EXPLAINER_THRESHOLD, LinearExplainer } from './linear-explainer.js';
import { linearTable } from './linear-table.fixture.js';
import { STRIDE } from './linear-table.js';

const BUCKETS = 2 ** 12;
const [good, bad, dog] = [hashString('good'), hashString('bad'), hashString('dog')];

const bucketOf = (hash: number): number => hash & (BUCKETS - 1);
const rows = new Map([
  [bucketOf(bad), [1, 4]],
  [bucketOf(good), [1, -4]],
  [bucketOf(pairHash(bad, dog)), [1, 6]],
  // Weights for other labels say nothing about toxicity.
  [bucketOf(dog), [1, 0, 100]],
]);
const explainer = new LinearExplainer(linearTable(BUCKETS, rows, Array<number>(STRIDE).fill(0.5)));

function weigh(original: string): number[] {
  const features = new FeatureReader(2);
  features.read(plainText(original), original, 0, original.length);
  return Array.from({ length: features.tokens.count }, (_, index) =>
    explainer.weigh(features, index),
  );
}

/** Half a log-odds for each unit of weight. */
const half = (weight: number): number => weight * 0.5;

it.each([
  ['a word by its own weight', 'bad', [half(2)]],
  ['a word that weighs nothing as even', 'dog', [0]],
  ['a word that speaks against as less than even', 'good', [half(-2)]],
  ['both words of a pair by half of its weight', 'bad dog', [half(2 + 1.5), half(1.5)]],
  ['a pair by its order', 'dog bad', [0, half(2)]],
])('weighs %s', (_, original, expected) => {
  weigh(original).forEach((weight, index) => {
    expect(weight).toBeCloseTo(expected[index] as number, 10);
  });
});

it('asks for more than an even chance', () => {
  expect(LINEAR_EXPLAINER_THRESHOLD).toBeGreaterThan(0.5);
});
