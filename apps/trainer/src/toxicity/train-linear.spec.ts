import { describe, expect, it } from 'vitest';
import { FeatureReader, LINEAR_OUTPUTS, LinearScorer, type LinearTable } from '#classifier';
import { type Row, UNSAID } from '../data/corpus.js';
import { comment, tweet } from '../data/rows.fixture.js';
import { mulberry32 } from '../obfuscate/random.js';
import { featureScales } from './feature-scales.js';
import { readRows } from './read-rows.js';
import { FILLERS, toyNormalizer } from './toy-models.fixture.js';
import { type LinearSettings, trainLinear } from './train-linear.js';

const SIZE = 2 ** 12;
const SETTINGS: LinearSettings = { epochs: 8, learningRate: 0.2, l2: 1e-4, smoothing: 0 };
const normalizer = toyNormalizer();
const [TOXICITY, HATE, THREAT] = (['toxicity', 'hate', 'threat'] as const).map((name) =>
  LINEAR_OUTPUTS.indexOf(name),
) as [number, number, number];

function train(rows: readonly Row[], settings = SETTINGS, seed = 1): LinearTable {
  const { features } = readRows(
    ...([rows, normalizer, { size: SIZE, longestGram: 2 }, () => undefined] as const),
  );
  const scales = featureScales(rows, features, SIZE, 1);
  const random = mulberry32(seed);
  return trainLinear(rows, features, scales, { settings, random, onProgress: () => undefined });
}

function logOdds(table: LinearTable, original: string, output = TOXICITY): number {
  const scorer = new LinearScorer(table);
  const reader = new FeatureReader(2);
  const text = normalizer.normalize(original);
  reader.read(text, original, 0, text.length);
  scorer.score(reader.grams.hashes, reader.grams.count);
  return scorer.outputs[output] as number;
}

/** Texts of the same words, toxic ones with one more. */
const rows = Array.from({ length: 160 }, (__, index): Row => {
  const filler = FILLERS.map((_, at) => FILLERS[(index * 3 + at * at) % 8])
    .slice(0, 4)
    .join(' ');
  const isToxic = index % 2 === 0;
  const row = comment(isToxic ? `${filler} idiot` : `${filler} nice`, isToxic ? 1 : 0);
  return { ...row, source: index % 4 > 1 ? 1 : 0 };
});

describe('trainLinear', () => {
  const table = train(rows);

  it('tells texts apart that it has not seen', () => {
    expect(logOdds(table, 'what an idiot tree')).toBeGreaterThan(1);
    expect(logOdds(table, 'what a nice tree')).toBeLessThan(-1);
  });

  it('gives the same bytes for the same seed', () => {
    expect(train(rows)).toEqual(table);
  });

  it('learns in another order by another seed', () => {
    expect(train(rows, SETTINGS, 2).weights).not.toEqual(table.weights);
  });

  it('learns nothing from rows that are kept', () => {
    const kept = rows.map((row) => ({
      ...comment('nice idiot', row.positive === 1 ? 0 : 1, { validation: true }),
    }));
    expect(train([...rows, ...kept])).toEqual(table);
  });

  it('leaves an output alone that no row speaks of', () => {
    const silent = rows.map((row) => {
      const labels = row.labels.map((label, output) => (output === THREAT ? UNSAID : label));
      return { ...row, labels };
    });
    expect(logOdds(train(silent), 'what an idiot', THREAT)).toBe(0);
  });

  it('leaves the intercepts to the stack', () => {
    expect([...table.intercepts]).toEqual(LINEAR_OUTPUTS.map(() => 0));
  });

  it('keeps further from certainty where targets are smoothed', () => {
    const smoothed = train(rows, { ...SETTINGS, epochs: 20, smoothing: 0.2 });
    const certain = train(rows, { ...SETTINGS, epochs: 20 });
    expect(logOdds(smoothed, 'an idiot')).toBeLessThan(logOdds(certain, 'an idiot'));
  });

  it('learns hate from tweets, and toxicity not', () => {
    const tweets = Array.from({ length: 80 }, (_, index) =>
      tweet(index % 2 === 0 ? 'the cat moron' : 'the cat people', index % 2 === 0 ? 1 : 0),
    );
    const both = train([...rows, ...tweets]);
    expect(logOdds(both, 'a moron', HATE)).toBeGreaterThan(logOdds(both, 'a person', HATE) + 1);
    expect(Math.abs(logOdds(both, 'a moron') - logOdds(both, 'a person'))).toBeLessThan(0.5);
  });

  it('tells how far it is', () => {
    const shares: number[] = [];
    const { features } = readRows(
      ...([rows, normalizer, { size: SIZE, longestGram: 2 }, () => undefined] as const),
    );
    trainLinear(rows, features, featureScales(rows, features, SIZE, 1), {
      ...{ settings: SETTINGS, random: mulberry32(1) },
      onProgress: (share) => shares.push(share),
    });
    expect(shares).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((epoch) => epoch / 8));
  });
});
