import { describe, expect, it } from 'vitest';
import {
  FeatureReader,
  LanguageModel,
  OUTPUT_COUNT,
  type RationaleTable,
  usedBits,
} from '#classifier';
import { mulberry32 } from '../obfuscate/random.js';
import { FILLERS, toyNormalizer } from './toy-models.fixture.js';
import { RationaleTraining } from './train-rationale.js';
import { noStack } from './train-stack.js';

const normalizer = toyNormalizer();
const TOXIC = ['idiot', 'moron', 'nasty'];

/** Texts in which people marked the toxic words; civil ones, of which the models say so, have none. */
function train(seed = 1): RationaleTable {
  const training = new RationaleTraining();
  const reader = new FeatureReader(2);
  for (let index = 0; index < 160; index++) {
    const words = [
      TOXIC[index % TOXIC.length] as string,
      FILLERS[index % FILLERS.length] as string,
    ];
    const isCivil = index % 4 === 0;
    const ordered = index % 3 === 0 ? words : words.toReversed();
    const original = ['you', ...(isCivil ? ['the', 'dog'] : ordered), 'here'].join(' ');
    const text = normalizer.normalize(original);
    reader.read(text, original, 0, text.length);
    const isMarked = (at: number): boolean => TOXIC.includes(original.split(' ')[at] as string);
    training.add(text, reader.tokens, isCivil ? -4 : 2, isMarked);
  }
  return training.train(mulberry32(seed));
}

/** The words that a model with the table marks. */
function marked(rationale: RationaleTable, original: string): string[] {
  const model = new LanguageModel({
    ...{ longestGram: 2, convolution: null, rationale, stack: noStack(OUTPUT_COUNT) },
    linear: {
      ...{ used: usedBits(32, () => false), weights: new Int8Array(0) },
      steps: new Float32Array(OUTPUT_COUNT + 1),
      intercepts: new Float32Array(OUTPUT_COUNT),
    },
  });
  const text = normalizer.normalize(original);
  model.score(text, original);
  return model.explain(text).map(({ start, end }) => original.slice(start, end));
}

describe('RationaleTraining', () => {
  const table = train();

  it.each([
    ['you idiot house', ['idiot']],
    ['what a nasty moron it is', ['nasty moron']],
    ['the dog and the idiots', ['idiots']],
    ['you the dog here', []],
  ])('learns to mark the toxic words of %j', (original, expected) => {
    expect(marked(table, original)).toEqual(expected);
  });

  it('learns that words of toxic texts are marked rather', () => {
    expect(table.textWeight).toBeGreaterThan(0);
  });

  it('gives the same bytes for the same seed', () => {
    expect(train()).toEqual(table);
    expect(train(2).weights).not.toEqual(table.weights);
  });
});
