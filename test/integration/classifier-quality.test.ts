import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Classifier } from '#classifier';
import {
  measureClassifier,
  type Report,
} from '../../apps/trainer/src/report/measure-classifier.js';
import { describeWith, needs } from '../harness/requirements.js';

const models = new URL('../../models/', import.meta.url);
const weights = readFileSync(new URL('classifier.weights', models));
const reported = JSON.parse(readFileSync(new URL('report.json', models), 'utf8')) as Report;

describe('the weights in models/', () => {
  it('are those that the model card and the report are about', () => {
    const { version } = Classifier.load(weights);
    expect(reported.version).toBe(version);
    expect(readFileSync(new URL('model-card.md', models), 'utf8')).toContain(`Version ${version},`);
  });

  it('take no more than 8 MB', () => {
    expect(weights.length).toBeLessThanOrEqual(8_000_000);
  });
});

describeWith(needs.sharedData, 'what the weights are worth', () => {
  let measured: Report;
  beforeAll(() => {
    measured = measureClassifier(needs.sharedData.path ?? '', weights, () => undefined);
  }, 120_000);

  it('is what the report says', () => {
    expect(measured).toEqual(reported);
  });

  it('holds at most one civil comment in a hundred, talk pages and news by themselves', () => {
    const natural = measured.sets.filter(({ name }) => /^(fox-news|wikipedia-context)/.test(name));
    expect(natural.length).toBeGreaterThan(1);
    for (const { name, civilHeld } of natural)
      expect({ name, civilHeld }).toSatisfy(
        ({ civilHeld: held }: { civilHeld: number }) => held <= 0.01,
      );
  });

  it('holds next to no civil sentence for a group that it names, also of groups that were not learned about', () => {
    for (const { term, held } of measured.terms) {
      expect(held, term).toBeLessThanOrEqual(0.02);
    }
  });

  it('reads through disguises', () => {
    const plain = measured.sets.find(({ name }) => name === 'jigsaw-test')?.auc ?? 1;
    for (const { kind, auc } of measured.obfuscated) {
      expect(plain - auc, kind).toBeLessThanOrEqual(0.015);
    }
  });
});
