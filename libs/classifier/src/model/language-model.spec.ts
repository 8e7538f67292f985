import { describe, expect, it } from 'vitest';
import { plainText } from '../features/plain-text.fixture.js';
import { pairHash } from '../features/gram-buffer.js';
import { hashString } from '../normalize/hash-units.js';
import {
  BUCKETS,
  TELLING,
  tinyFullLanguage,
  tinyLanguage,
  tinyUnmarkedLanguage,
  UNLIKELY,
} from '../tiny-language.fixture.js';
import { LanguageModel } from './language-model.js';
import { linearTable } from './linear-table.fixture.js';
import { OUTPUT_COUNT } from './linear-table.js';

const CIVIL = 'what a lovely day it is. ';
const model = new LanguageModel(tinyLanguage(['idiot', 'moron']));

function toxicity(original: string, by = model): number {
  by.score(plainText(original), original);
  return by.logOdds[0] as number;
}

function explained(original: string, by = model): [written: string, weight: number][] {
  const text = plainText(original);
  by.score(text, original);
  return by.explain(text).map(({ start, end, weight }) => [original.slice(start, end), weight]);
}

describe('the score of a text', () => {
  it('tells a toxic text from another', () => {
    expect(toxicity('you idiot')).toBe(UNLIKELY + TELLING);
    expect(toxicity('you there')).toBe(UNLIKELY);
  });

  it('is that of the worst piece: an insult after any number of civil characters counts', () => {
    const around = (middle: number): number[] =>
      Array.from({ length: 120 }, (_, index) => middle - 360 + 5 * index);
    const civil = CIVIL.repeat(500);
    const unheard = [0, 1, ...around(2_500), ...around(4_800), 9_999, 10_000].filter(
      (before) =>
        toxicity(`${civil.slice(0, before)} idiot ${CIVIL.repeat(20)}`) !== UNLIKELY + TELLING,
    );
    expect(unheard).toEqual([]);
  });

  it('is that of the worst piece for every label by itself', () => {
    const rows = new Map([
      [hashString('idiot') & (BUCKETS - 1), [1, TELLING]],
      // A threat where the insult is not.
      [hashString('beware') & (BUCKETS - 1), [1, 0, 0, 0, 5]],
    ]);
    const weights = { ...tinyLanguage(['idiot']), linear: linearTable(BUCKETS, rows) };
    weights.stack.weights[3 * OUTPUT_COUNT + 3] = 1;
    const both = new LanguageModel(weights);
    const text = `idiot ${CIVIL.repeat(300)} beware`;
    expect(toxicity(text, both)).toBe(UNLIKELY + TELLING);
    expect(both.logOdds[3]).toBe(UNLIKELY + 5);
  });

  it('of a text without a token is that of no evidence', () => {
    expect(toxicity('')).toBe(UNLIKELY);
    expect(toxicity('   ')).toBe(UNLIKELY);
  });

  it('does not depend on the text before', () => {
    toxicity(`${CIVIL.repeat(500)} idiot`);
    expect(toxicity('you there')).toBe(UNLIKELY);
  });

  it('hears the convolution where there is one', () => {
    const full = new LanguageModel(tinyFullLanguage(['idiot'], ['go', 'away']));
    const [ordered, other] = [toxicity('go away', full), toxicity('away go', full)];
    expect(ordered).toBeGreaterThan(UNLIKELY + TELLING - 0.01);
    expect(other).toBeLessThan(0);
  });

  it('is told for the labels that the model was taught', () => {
    expect(model.labels).toHaveLength(6);
    const unmarked = new LanguageModel(tinyUnmarkedLanguage(['idiot']));
    expect(unmarked.labels).toEqual(['toxicity']);
    expect(unmarked.logOdds).toHaveLength(1);
  });

  it('is refused to a stack over other models', () => {
    const weights = tinyLanguage(['idiot']);
    const stack = { ...weights.stack, inputs: OUTPUT_COUNT + 1 };
    expect(() => new LanguageModel({ ...weights, stack })).toThrow('other models');
  });
});

describe('the explanation', () => {
  /** Log-odds of 3. */
  const sure = expect.closeTo(0.9526, 3);

  it.each([
    [
      'the toxic words',
      'you idiot, you moron!',
      [
        ['idiot', sure],
        ['moron', sure],
      ],
    ],
    ['neighbors as one', 'you idiot moron!', [['idiot moron', sure]]],
    [
      'the same word wherever it stands',
      'idiot or idiot',
      [
        ['idiot', sure],
        ['idiot', sure],
      ],
    ],
    ['nothing of a text without them', 'what a day', []],
    ['nothing of an empty text', '', []],
  ])('marks %s', (_, original, expected) => {
    expect(explained(original)).toEqual(expected);
  });

  it('marks words anywhere in a long text', () => {
    expect(explained(`idiot ${CIVIL.repeat(400)} moron`)).toEqual([
      ['idiot', sure],
      ['moron', sure],
    ]);
  });

  it.each([
    [0.49, ['idiot']],
    [0.27, ['idiot']],
    [0.23, []],
  ])('marks the strongest word where none is sure, if it comes near: %d', (chance, expected) => {
    const weights = tinyLanguage(['idiot']);
    const intercept = Math.log(chance / (1 - chance)) - 1;
    const rationale = { ...weights.rationale!, step: 1, intercept, threshold: 0.5 };
    const near = new LanguageModel({ ...weights, rationale });
    expect(explained('you idiot', near).map(([written]) => written)).toEqual(expected);
  });

  it('takes the score of the text into account', () => {
    const weights = tinyLanguage(['idiot']);
    const rationale = { ...weights.rationale!, intercept: -5, textWeight: 1 };
    const hearing = new LanguageModel({ ...weights, rationale });
    const logOdds = -5 + TELLING + (UNLIKELY + TELLING);
    const expected = expect.closeTo(1 / (1 + Math.exp(-logOdds)), 5);
    expect(explained('you idiot', hearing)).toEqual([['idiot', expected]]);
  });

  it('is made of the n-grams where nobody has marked words', () => {
    const pair = pairHash(hashString('go'), hashString('away'));
    const rows = new Map([
      [hashString('idiot') & (BUCKETS - 1), [1, TELLING]],
      [pair & (BUCKETS - 1), [1, TELLING]],
    ]);
    const weights = { ...tinyUnmarkedLanguage(['idiot']), linear: linearTable(BUCKETS, rows) };
    const unmarked = new LanguageModel(weights);
    expect(explained('an idiot said go away now', unmarked)).toEqual([
      ['idiot', sure],
      ['go away', expect.closeTo(1 / (1 + Math.exp(-TELLING / 4)), 3)],
    ]);
  });
});
