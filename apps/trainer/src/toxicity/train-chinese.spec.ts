import { describe, expect, it } from 'vitest';
import { LanguageModel } from '#classifier';
import { comment } from '../data/rows.fixture.js';
import { mulberry32, pick } from '../obfuscate/random.js';
import { toyNormalizer } from './toy-models.fixture.js';
import { trainChinese } from './train-chinese.js';

const HAN = Array.from('我们今天看书写字说话吃饭走路');
const random = mulberry32(5);
const rows = Array.from({ length: 240 }, (_, index) => {
  const text = Array.from({ length: 6 }, () => pick(HAN, random)).join('');
  const toxic = index % 2 === 0 ? 1 : 0;
  return comment(toxic === 1 ? `${text}蠢${pick(HAN, random)}` : text, toxic, {
    validation: index % 8 > 5,
  });
});
const normalizer = toyNormalizer();

function train(toxicShare = 1) {
  const shares: number[] = [];
  const weights = trainChinese(rows, {
    ...{ normalizer, random: mulberry32(1), onProgress: (share) => shares.push(share) },
    mix: { weights: new Map([[0, 1]]), toxicShare: new Map([[0, toxicShare]]) },
  });
  return { weights, shares };
}

function toxicity(weights: ReturnType<typeof train>['weights'], text: string): number {
  const model = new LanguageModel(weights);
  model.score(normalizer.normalize(text), text);
  return model.logOdds[0] as number;
}

describe('trainChinese', () => {
  const { weights, shares } = train();

  it('tells texts apart by their characters', () => {
    expect(toxicity(weights, '今天蠢书')).toBeGreaterThan(0);
    expect(toxicity(weights, '今天看书')).toBeLessThan(0);
  });

  it('teaches toxicity and no other label', () => {
    expect(new LanguageModel(weights).labels).toEqual(['toxicity']);
  });

  it('lets the n-grams explain themselves', () => {
    const model = new LanguageModel(weights);
    const text = normalizer.normalize('今天蠢书');
    model.score(text, '今天蠢书');
    expect(model.explain(text)).toContainEqual(expect.objectContaining({ start: 2 }));
  });

  it('is calibrated for the share of toxic texts that it is told', () => {
    expect(toxicity(train(0.1).weights, '今天蠢书')).toBeLessThan(toxicity(weights, '今天蠢书'));
  });

  it('gives the same bytes for the same seed', () => {
    expect(train().weights).toEqual(weights);
  });

  it('tells how far it is', () => {
    expect(shares[0]).toBe(0);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  });
});
