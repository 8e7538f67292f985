import { expect, it } from 'vitest';
import { LanguageModel, LINEAR_OUTPUTS, OUTPUT_COUNT, usedBits } from '#classifier';
import { UNSAID } from '../data/corpus.js';
import { comment } from '../data/rows.fixture.js';
import { stackExamples } from './stack-examples.js';
import { toyNormalizer } from './toy-models.fixture.js';
import { noStack } from './train-stack.js';

const intercepts = Float32Array.from(LINEAR_OUTPUTS, (_, output) => output);
const model = new LanguageModel({
  ...{ longestGram: 2, convolution: null, rationale: null, stack: noStack(OUTPUT_COUNT) },
  linear: {
    ...{ used: usedBits(32, () => false), weights: new Int8Array(0) },
    ...{ steps: new Float32Array(OUTPUT_COUNT + 1), intercepts },
  },
});
const mix = { weights: new Map([[0, 2]]), toxicShare: new Map([[0, 0.25]]) };
const kept = { validation: true };

it('asks the models about the kept rows of the sets in the mix', () => {
  const rows = [
    comment('civil', 0, kept),
    comment('learned from', 0),
    comment('of another set', 0, { ...kept, source: 1 }),
    comment('toxic', 1, kept),
  ];
  const found = stackExamples(rows, mix, model, toyNormalizer());
  expect(found.map(({ weight }) => weight)).toEqual([2, 2 * 0.25]);
  expect(found.map(({ targets }) => targets[0])).toEqual([0, 1]);
  for (const { outputs } of found) expect(outputs).toEqual(intercepts);
});

it('knows of every label what the row says', () => {
  const [example] = stackExamples([comment('toxic', 1, kept)], mix, model, toyNormalizer());
  expect(Array.from(example?.targets ?? [])).toEqual([1, ...Array<number>(5).fill(UNSAID)]);
});

it('keeps the answers to each row', () => {
  const rows = [comment('one', 0, kept), comment('two', 0, kept)];
  const [one, two] = stackExamples(rows, mix, model, toyNormalizer());
  expect(one?.outputs).not.toBe(two?.outputs);
});
