import { describe, expect, it } from 'vitest';
import {
  type ConvolutionTables,
  LanguageModel,
  LINEAR_OUTPUTS,
  OUTPUT_COUNT,
  usedBits,
} from '#classifier';
import type { Row } from '../../data/corpus.js';
import { comment, tweet } from '../../data/rows.fixture.js';
import { mulberry32 } from '../../obfuscate/random.js';
import { readRows, TokenCounter, toTokenRows } from '../read-rows.js';
import { FILLERS, toyNormalizer } from '../toy-models.fixture.js';
import type { ConvolutionSettings } from './convolution-settings.js';
import { trainConvolution } from './train-convolution.js';
import { noStack } from '../train-stack.js';

const SETTINGS: ConvolutionSettings = {
  ...{ filters: 8, epochs: 12, averagedFrom: 9, learningRate: 0.02, decay: 0.95, batch: 16 },
  ...{ dropout: 0.1, wordDropout: 0.05 },
};
const DIMENSIONS = 8;
const normalizer = toyNormalizer();

function train(rows: readonly Row[], seed = 1, onProgress = (_: number): void => undefined) {
  const counter = new TokenCounter();
  const reading = { size: 2 ** 10, longestGram: 2 };
  const { tokens } = readRows(rows, normalizer, reading, counter.add);
  const known = counter.choose(100, () => true);
  const chance = mulberry32(99);
  const vectors = Float32Array.from({ length: (known.hashes.length + 2) * DIMENSIONS }, (_, at) =>
    at < 2 * DIMENSIONS ? 0 : chance() - 0.5,
  );
  const tables = trainConvolution(
    ...([rows, toTokenRows(tokens, known)] as const),
    { numbers: vectors, dimensions: DIMENSIONS },
    { settings: SETTINGS, random: mulberry32(seed), onProgress },
  );
  return { ...tables, words: known.hashes };
}

/** What the tables say of a text, as the classifier reads them. */
function outputs(convolution: ConvolutionTables, original: string): number[] {
  const inputs = OUTPUT_COUNT + convolution.intercepts.length;
  const model = new LanguageModel({
    ...{ longestGram: 2, convolution, rationale: null, stack: noStack(inputs) },
    linear: {
      ...{ used: usedBits(32, () => false), weights: new Int8Array(0) },
      steps: new Float32Array(OUTPUT_COUNT + 1),
      intercepts: new Float32Array(OUTPUT_COUNT),
    },
  });
  const text = normalizer.normalize(original);
  return [...model.outputsOf(text, original, 0, text.length)].slice(OUTPUT_COUNT);
}

/** Of the same words in another order one text is toxic and the other is not. */
const rows = Array.from({ length: 240 }, (_, index): Row => {
  const filler = FILLERS[index % FILLERS.length] as string;
  const isToxic = index % 2 === 0;
  return comment(
    isToxic ? `${filler} bad not ${filler}` : `${filler} not bad ${filler}`,
    isToxic ? 1 : 0,
  );
});

describe('trainConvolution', () => {
  const tables = train(rows);

  it.each([
    ['a bad not nice tree', true],
    ['a not bad nice tree', false],
    ['you are bad not good', true],
    ['you are not bad', false],
  ])('learns a rule of word order: %j', (text, isToxic) => {
    const [toxicity = 0] = outputs(tables, text);
    if (isToxic) expect(toxicity).toBeGreaterThan(1);
    else expect(toxicity).toBeLessThan(-1);
  });

  it('gives the same bytes for the same seed', () => {
    expect(train(rows)).toEqual(tables);
    expect(train(rows, 2).tokens).not.toEqual(tables.tokens);
  });

  it('learns nothing from rows that are kept', () => {
    const kept = rows.map(({ text, positive }) =>
      comment(text, positive === 1 ? 0 : 1, { validation: true }),
    );
    expect(train([...rows, ...kept])).toEqual(tables);
  });

  it('gives each hate set an output of its own after the labels', () => {
    const tweets = [0, 1].flatMap((source) =>
      rows.map(({ text, positive }) => {
        // The second set says the opposite of the first.
        const hate = source === 0 ? positive : positive === 1 ? 0 : 1;
        return tweet(text, hate, { source: source + 1 });
      }),
    );
    const found = outputs(train([...rows, ...tweets]), 'a bad not nice tree');
    expect(found).toHaveLength(LINEAR_OUTPUTS.length + 2);
    const [first = 0, second = 0] = found.slice(LINEAR_OUTPUTS.length);
    expect(first).toBeGreaterThan(1);
    expect(second).toBeLessThan(-1);
  });

  it('tells how far it is', () => {
    const shares: number[] = [];
    train(rows.slice(0, 40), 1, (share) => shares.push(share));
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBeLessThan(1);
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  });
});
