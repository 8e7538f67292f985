import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Classifier } from '#classifier';
import { setsFolder } from '../data/sets.fixture.js';
import { ENGLISH_SOURCES } from '../data/sources.js';
import type { Report } from '../report/measure-classifier.js';
import { WEIGHTS_FILE, writeReport } from '../report/write-report.js';
import type { Stage } from './progress.js';
import { tinyVectors, writeTinySets } from './tiny-sets.fixture.js';
import { trainClassifier, trainEnglishPart, type TrainOptions } from './train-classifier.js';

const data = setsFolder(afterAll);
writeTinySets(data);

const stages: Stage[] = [];
const options = (seed: number): TrainOptions => ({
  ...{ data, seed, vectors: tinyVectors() },
  onProgress: (stage) => {
    if (stages.at(-1) !== stage) stages.push(stage);
  },
});

describe('a training', () => {
  const file = trainClassifier(options(1));
  const classifier = Classifier.load(file);
  const score = (text: string, language = 'en'): number =>
    classifier.classify(text, { language }).scores?.toxicity ?? NaN;

  it('makes a classifier that has learned what the sets say', () => {
    expect(classifier.version).toMatch(/^[0-9a-f]{8}$/);
    expect(classifier.languages).toEqual(['en', 'zh']);
    expect(score('nobody read this idiot')).toBeGreaterThan(score('nobody read this paper') + 0.1);
    expect(score('今天我们说话蠢', 'zh')).toBeGreaterThan(score('今天我们说话吃', 'zh') + 0.1);
    expect(classifier.scoreSpam('earn $500 a day from home, dm me')).toBeGreaterThan(
      classifier.scoreSpam('best article i have read this year'),
    );
  });

  it('marks what people marked', () => {
    const text = 'nobody read this idiot';
    const marked = classifier.classify(text).spans.map(({ start, end }) => text.slice(start, end));
    expect(marked).toEqual(['idiot']);
  });

  it('knows the offensive words', () => {
    expect(classifier.lexicon).toEqual(expect.arrayContaining(['idiot', 'moron', 'nasty']));
  });

  it('tells of its stages in their order', () => {
    expect(stages).toEqual([
      ...['reading', 'vocabulary', 'English: reading', 'English: n-grams', 'English: convolution'],
      ...['English: combining', 'English: explanations', 'Chinese', 'spam'],
    ]);
  });

  it('is measured, and its card is written beside it', () => {
    writeFileSync(join(data, WEIGHTS_FILE), file);
    const figures = writeReport({ data, out: data, seed: 1 }, () => undefined);
    const read = (name: string): string => readFileSync(join(data, name), 'utf8');
    const report = JSON.parse(read('report.json')) as Report;
    // Of the small sets too few rows are kept to measure on.
    const large = report.sets.filter(({ positives }) => positives > 5);
    expect(large.map(({ name }) => name)).toContain('jigsaw-test');
    for (const { auc } of [...large, ...report.obfuscated]) expect(auc).toBeGreaterThan(0.6);
    expect(report.terms.length).toBeGreaterThan(0);
    expect(report.spans.f1).toBeGreaterThan(0.5);
    const card = read('model-card.md');
    expect(card).toContain(`Version ${classifier.version}, seed 1`);
    expect(card).not.toMatch(/undefined|NaN/);
    expect(card.endsWith(figures)).toBe(true);
  });

  it('gives the same bytes for the same data and seed, and others for another seed', () => {
    expect(Buffer.from(trainClassifier(options(1))).equals(file)).toBe(true);
    const { weights } = trainEnglishPart(options(2));
    expect(weights.linear.weights).not.toEqual(trainEnglishPart(options(1)).weights.linear.weights);
  });
});

it('leaves out the sets that it is told to', () => {
  const { corpus } = trainEnglishPart({ ...options(1), without: ['stormfront', 'surge'] });
  const sources = new Set(corpus.map(({ source }) => source));
  expect(sources.size).toBe(ENGLISH_SOURCES.length - 2);
});
