import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Classification, Classifier, EXPLAINED_FROM } from './classifier.js';
import { TOXICITY_LABELS } from './model/stack.js';
import {
  TELLING,
  tinyClassifierWeights,
  tinyLanguage,
  tinyWeightsFile,
} from './tiny-language.fixture.js';
import { writeClassifierWeights } from './weights/classifier-weights.js';
import { WeightsError } from './weights/weights-file.js';

const classifier = Classifier.load(tinyWeightsFile());
const CIVIL = 'what a nice article. ';
const marked = (text: string, { spans }: Classification): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

const splitsPair = (text: string, offset: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1));

describe('load', () => {
  it('tells the version and the languages of the weights', () => {
    expect(classifier.version).toBe('2026-01-01');
    expect(classifier.languages).toEqual(['en', 'zh']);
  });

  it('refuses what is no weights file', () => {
    expect(() => Classifier.load(new Uint8Array(100))).toThrow(WeightsError);
  });
});

describe('classify', () => {
  it('scores a toxic text above another under every model', () => {
    const [toxic, civil] = ['you idiot', 'you people'].map((text) => classifier.classify(text));
    expect(toxic?.scores?.toxicity).toBeGreaterThan(0.9);
    expect(civil?.scores?.toxicity).toBeLessThan(0.1);
    expect(Object.keys(toxic?.scores ?? {})).toEqual([...TOXICITY_LABELS]);
  });

  it.each([
    ['you idiot!', ['idiot']],
    ['an i.d.i.o.t, and a MORON', ['i.d.i.o.t', 'MORON']],
    ['😀 1d10t 😀', ['1d10t']],
    ['you people', []],
    ['', []],
  ])('marks what makes %j toxic where it stands', (text, expected) => {
    expect(marked(text, classifier.classify(text))).toEqual(expected);
  });

  it.each([
    ['a little above', 0.1, ['idiot']],
    ['a little below', -0.1, []],
  ])('explains what scores %s the least score that is explained', (_, above, expected) => {
    const weights = tinyClassifierWeights();
    const en = tinyLanguage(['idiot']);
    en.stack.intercepts.fill(-12);
    const least = Math.log(EXPLAINED_FROM / (1 - EXPLAINED_FROM));
    en.stack.intercepts[0] = least - TELLING + above;
    const file = writeClassifierWeights({ ...weights, languages: { en } });
    expect(marked('you idiot', Classifier.load(file).classify('you idiot'))).toEqual(expected);
  });

  it.each([
    ['en', 'en'],
    ['en-US', 'en'],
    ['EN-gb', 'en'],
    ['zh-Hant-TW', 'zh'],
  ])('reads a text in the language that is given, %s, as %s', (given, language) => {
    const found = classifier.classify('you 蠢 idiot', { language: given });
    expect(found.language).toBe(language);
    expect(found.scores?.toxicity).toBeGreaterThan(0.9);
    expect(marked('you 蠢 idiot', found)).toEqual([language === 'en' ? 'idiot' : '蠢']);
  });

  it.each([
    ['this is such a nice article', 'en'],
    ['这篇文章写得很好我很喜欢', 'zh'],
  ])('detects the language of %j where none is given', (text, language) => {
    expect(classifier.classify(text).language).toBe(language);
  });

  it('scores only the labels that a language was taught', () => {
    const { scores } = classifier.classify('你很蠢', { language: 'zh' });
    expect(Object.keys(scores ?? {})).toEqual(['toxicity']);
  });

  it.each([
    ['that is given', 'you idiot', { language: 'pt-BR' }, 'pt'],
    ['that is detected', 'Это очень хорошая статья, спасибо автору', {}, 'ru'],
  ])('never guesses in a language without a model %s', (_, text, options, language) => {
    expect(classifier.classify(text, options)).toEqual({ language, scores: null, spans: [] });
  });

  it('gives the same answer, whatever it read before', () => {
    const text = 'an i.d.i.o.t, and a MORON';
    const first = classifier.classify(text);
    classifier.classify(`${CIVIL.repeat(600)} moron`);
    classifier.classify('你很蠢', { language: 'zh' });
    expect(classifier.classify(text)).toEqual(first);
  });

  it('does not change an answer that it gave before', () => {
    const first = classifier.classify('you idiot');
    const copy = structuredClone(first);
    classifier.classify('go away, moron');
    expect(first).toEqual(copy);
  });

  it('finds an insult at the end of 10,000 civil characters', () => {
    const text = `${CIVIL.repeat(500)}idiot`;
    const found = classifier.classify(text);
    expect(found.scores?.toxicity).toBeGreaterThan(0.9);
    expect(found.spans.at(-1)).toMatchObject({ start: text.length - 5, end: text.length });
  });
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    }),
    fc.constantFrom('idiot', 'i d i o t', '1d10t', '蠢', 'go away', ' ', "'", '😀', 'ﷺ', '\u0301'),
  );
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  const language = fc.constantFrom(undefined, 'en', 'zh', 'pt', '', '-');

  const hostile = [
    'a'.repeat(20_000),
    "'".repeat(20_000),
    'i.'.repeat(10_000),
    '😀'.repeat(10_000),
    '\ud83d'.repeat(20_000),
    '\u0301'.repeat(20_000),
    'ﷺ'.repeat(20_000),
    '蠢'.repeat(20_000),
    'idiot '.repeat(3_334),
    ' '.repeat(20_000),
  ];

  const check = (text: string, options: { language?: string }): void => {
    const { scores, spans } = classifier.classify(text, options);
    for (const score of Object.values(scores ?? {})) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
    let last = -1;
    for (const { start, end, weight } of spans) {
      expect(start).toBeGreaterThan(last);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false);
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
      last = end;
    }
  };

  it('scores are probabilities, spans are in order, within the text and split no character', () => {
    fc.assert(
      fc.property(anyText, language, (text, given) => {
        check(text, given === undefined ? {} : { language: given });
      }),
      { numRuns: 500 },
    );
  });

  it.each(hostile)('a hostile text of 20,000 units is scored like any other (%#)', (text) => {
    check(text, { language: 'en' });
    check(text, { language: 'zh' });
  });

  it('the probability of spam is one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const score = classifier.scoreSpam(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
