import { describe, expect, it } from 'vitest';
import {
  LanguageModel,
  type LanguageWeights,
  OUTPUT_COUNT,
  type RationaleTable,
  usedBits,
} from '#classifier';
import type { Row } from '../data/corpus.js';
import { comment } from '../data/rows.fixture.js';
import { mulberry32 } from '../obfuscate/random.js';
import { FILLERS, toyNormalizer } from './toy-models.fixture.js';
import { trainExplanations } from './train-explanations.js';
import { noStack } from './train-stack.js';

const normalizer = toyNormalizer();
/** Models that say the same of every text. */
const weights: LanguageWeights = {
  ...{ longestGram: 2, convolution: null, rationale: null, stack: noStack(OUTPUT_COUNT) },
  linear: {
    ...{ used: usedBits(32, () => false), weights: new Int8Array(0) },
    steps: new Float32Array(OUTPUT_COUNT + 1),
    intercepts: new Float32Array(OUTPUT_COUNT),
  },
};

/** Texts in which people marked `idiot`, behind an emoji, for marks count in code points. */
const rows = (validation: boolean): Row[] =>
  Array.from({ length: 60 }, (_, index) => {
    const filler = FILLERS[(index * 3) % FILLERS.length] as string;
    const text = index % 2 === 0 ? `😀 ${filler} idiot here` : `😀 idiot the ${filler}`;
    const from = Array.from(text.slice(0, text.indexOf('idiot'))).length;
    const spans = Array.from({ length: 5 }, (__, at) => from + at);
    return comment(text, 1, { spans, validation });
  });

const train = (of: readonly Row[], seed = 1): RationaleTable | null =>
  trainExplanations(of, weights, { normalizer, random: mulberry32(seed) });

describe('trainExplanations', () => {
  const table = train([...rows(false), ...rows(true)]) as RationaleTable;

  it('learns which words people mark', () => {
    const original = 'the idiot car';
    const model = new LanguageModel({ ...weights, rationale: table });
    const text = normalizer.normalize(original);
    model.score(text, original);
    const found = model.explain(text).map(({ start, end }) => original.slice(start, end));
    expect(found).toEqual(['idiot']);
  });

  it('learns nothing but the threshold from texts that are kept', () => {
    const kept = rows(true).map((row) => ({ ...row, text: row.text.replace('idiot', 'moron') }));
    const other = train([...rows(false), ...kept]) as RationaleTable;
    expect({ ...other, threshold: 0 }).toEqual({ ...table, threshold: 0 });
  });

  it('takes the threshold by which the kept texts are marked as people marked them', () => {
    // In one text of three people marked `nasty` beside `idiot`.
    const withNasty = (validation: boolean, isMarked: (index: number) => boolean): Row[] =>
      Array.from({ length: 90 }, (_, index) => {
        const text = `idiot ${FILLERS[index % FILLERS.length]} nasty`;
        const spans = [0, 1, 2, 3, 4];
        if (isMarked(index)) spans.push(...[5, 4, 3, 2, 1].map((back) => text.length - back));
        return comment(text, 1, { spans, validation });
      });
    const learned = withNasty(false, (index) => index % 3 === 0);
    const threshold = (isMarked: boolean): number =>
      train([...learned, ...withNasty(true, () => isMarked)])?.threshold ?? NaN;
    expect(threshold(true)).toBeLessThan(0.35);
    expect(threshold(false)).toBeGreaterThan(0.3);
  });

  it('learns from marked texts where none is kept', () => {
    expect(train(rows(false))?.weights).toEqual(table.weights);
  });

  it.each([
    ['no text is marked', [comment('you idiot', 1)]],
    ['all marked texts are kept', rows(true)],
  ])('leaves the n-grams to explain themselves where %s', (_, of) => {
    expect(train(of)).toBeNull();
  });

  it('gives the same bytes for the same seed', () => {
    expect(train([...rows(false), ...rows(true)])).toEqual(table);
  });
});
