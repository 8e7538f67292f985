import { afterAll, describe, expect, it } from 'vitest';
import { LINEAR_OUTPUTS } from '#classifier';
import {
  isHeldChinese,
  isHeldForSpans,
  isHeldTerm,
  readCorpus,
  type Row,
  UNSAID,
  withoutMarked,
} from './corpus.js';
import { type SetRow, textKey } from './read-set.js';
import { setsFolder, writeSet } from './sets.fixture.js';
import { isValidation } from './share.js';
import type { Lesson, Source } from './sources.js';

const folder = setsFolder(afterAll);
const sourceOf = (name: string, lesson: Lesson, weight = 1, hateWeight = 1): Source => ({
  ...{ name, path: `toxicity/${name}`, lesson, weight, hateWeight },
  ...{ license: 'made up', origin: 'made up' },
});

function read(
  sets: Record<string, SetRow[]>,
  { lesson = 'comments', excluded = [] }: { lesson?: Lesson; excluded?: string[] } = {},
): Row[] {
  for (const [name, rows] of Object.entries(sets)) writeSet(folder, `toxicity/${name}`, rows);
  const sources = Object.keys(sets).map((name) => sourceOf(name, lesson));
  return readCorpus(folder, sources, new Set(excluded.map(textKey)));
}

const texts = (rows: readonly Row[]): string[] => rows.map(({ text }) => text);
/** What a row says of a label; `undefined` where it says nothing. */
function said(row: Row | undefined): Record<string, number | undefined> {
  return Object.fromEntries(
    LINEAR_OUTPUTS.map((name, output) => {
      const label = row?.labels[output];
      return [name, label === UNSAID ? undefined : label];
    }),
  );
}
const numbered = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} number ${index}`);
const half = (all: readonly unknown[], some: readonly unknown[]): void => {
  expect(some.length).toBeGreaterThan(0);
  expect(some.length).toBeLessThan(all.length);
};

describe('the labels of a comment', () => {
  const civil = Object.fromEntries(LINEAR_OUTPUTS.map((name) => [name, 0]));

  it.each<[string, Partial<SetRow>, Record<string, number | undefined>]>([
    ['a civil one is nothing of all', { toxic: 0 }, civil],
    ['a civil one is no insult, whatever the set says', { toxic: 0, insult: 1 }, civil],
    [
      'a toxic one is what the set says',
      { toxic: 1, severe_toxic: 0, obscene: 1, threat: 0, insult: 1, identity_hate: 0 },
      {
        ...{ toxicity: 1, 'severe-toxicity': 0, obscene: 1, threat: 0, insult: 1 },
        ...{ 'identity-attack': 0, hate: undefined },
      },
    ],
    [
      'of a toxic one it is unknown what the set does not say',
      { toxic: 1, insult: null },
      {
        ...{ toxicity: 1, 'severe-toxicity': undefined, obscene: undefined, threat: undefined },
        ...{ insult: undefined, 'identity-attack': undefined, hate: undefined },
      },
    ],
  ])('%s', (_, given, expected) => {
    const [row] = read({ one: [{ text: 'some text', ...given }] });
    expect(said(row)).toEqual(expected);
    expect(row?.positive).toBe(given.toxic);
  });

  it('an attack on an identity is hate as well', () => {
    const [row] = read({ one: [{ text: 'some text', toxic: 1, identity_hate: 1 }] });
    expect(said(row)).toMatchObject({ 'identity-attack': 1, hate: 1 });
  });

  it('what is toxic of an identity term is hate', () => {
    const term = numbered(20, 'term').find((name) => !isHeldTerm(name)) as string;
    const [row] = read({ one: [{ text: 'some text', toxic: 1, term }] });
    expect(said(row)).toMatchObject({ toxicity: 1, hate: 1 });
  });
});

describe('the labels of a row of a hate set', () => {
  it.each<[string, Partial<SetRow>, number | undefined]>([
    ['hate', { toxic: 1 }, 1],
    ['none', { toxic: 0 }, 0],
    ['unknown where it is only called offensive', { toxic: 1, label: 'offensive' }, undefined],
  ])('are about hate alone: %s', (_, given, hate) => {
    const [row] = read({ one: [{ text: 'some text', ...given }] }, { lesson: 'hate' });
    const nothing = Object.fromEntries(LINEAR_OUTPUTS.map((name) => [name, undefined]));
    expect(said(row)).toEqual({ ...nothing, hate });
    expect(row?.positive).toBe(given.toxic);
  });
});

describe('readCorpus', () => {
  it('takes each text once, as the first set has it', () => {
    const rows = read({
      one: [
        { text: 'You, there!', toxic: 1 },
        { text: 'you there', toxic: 0 },
      ],
      two: [
        { text: 'YOU THERE', toxic: 0 },
        { text: 'and you', toxic: 0 },
      ],
    });
    expect(rows.map(({ text, source, positive }) => [text, source, positive])).toEqual([
      ['You, there!', 0, 1],
      ['and you', 1, 0],
    ]);
  });

  it('leaves out what is only measured on, however it is written', () => {
    const rows = read(
      {
        one: [
          { text: 'measured text', toxic: 1 },
          { text: 'learned text', toxic: 1 },
        ],
      },
      { excluded: ['Measured... Text!'] },
    );
    expect(texts(rows)).toEqual(['learned text']);
  });

  it('keeps the weights of the set, and some rows for validation', () => {
    writeSet(
      folder,
      'toxicity/one',
      numbered(200, 'text').map((text) => ({ text, toxic: 0 })),
    );
    const rows = readCorpus(folder, [sourceOf('one', 'comments', 0.3, 0.1)], new Set());
    for (const row of rows) expect(row).toMatchObject({ weight: 0.3, hateWeight: 0.1 });
    const kept = rows.filter(({ validation }) => validation);
    expect(texts(kept)).toEqual(texts(rows).filter((text) => isValidation(textKey(text))));
    half(rows, kept);
  });

  it('holds back the sentences of some identity terms, all of them', () => {
    const terms = numbered(40, 'term');
    const sentences = terms.flatMap((term) => [`${term} is fine`, `${term} is bad`]);
    const rows = read({
      one: sentences.map((text, at) => ({ text, toxic: 0, term: terms[at >> 1] as string })),
    });
    const learned = terms.filter((term) => !isHeldTerm(term));
    expect(texts(rows)).toEqual(learned.flatMap((term) => [`${term} is fine`, `${term} is bad`]));
    half(terms, learned);
  });

  it('holds back some of the marked texts', () => {
    const all = numbered(60, 'idiot');
    const rows = read({ one: all.map((text) => ({ text, toxic: 1, spans: [0, 1, 2, 3, 4] })) });
    const learned = rows.filter(({ spans }) => spans);
    expect(texts(learned)).toEqual(all.filter((text) => !isHeldForSpans(text)));
    half(all, learned);
  });

  it('holds back some of the Chinese texts', () => {
    const all = numbered(60, '你好');
    const rows = read({ one: all.map((text) => ({ text, toxic: 0, lang: 'zh' })) });
    expect(texts(rows)).toEqual(all.filter((text) => !isHeldChinese(text)));
    half(all, rows);
  });
});

describe('what is left of a marked text', () => {
  const marked = numbered(20, 'idiot').find((text) => !isHeldForSpans(text)) as string;
  const spans = [0, 1, 2, 3, 4];

  it('is a civil comment of the same set, kept where the text is kept', () => {
    const [whole, rest] = read({ one: [{ text: marked, toxic: 1, spans }] });
    expect(whole).toMatchObject({ text: marked, positive: 1, spans });
    const { source, weight, hateWeight, validation } = whole as Row;
    expect(rest).toEqual({
      ...{ text: marked.slice(5), positive: 0, source, weight, hateWeight, validation },
      labels: new Int8Array(LINEAR_OUTPUTS.length),
    });
  });

  it('is not taken where nothing is marked', () => {
    expect(read({ one: [{ text: marked, toxic: 1, spans: [] }] })).toHaveLength(1);
  });

  it('is found by code points', () => {
    expect(withoutMarked('😀 you idiot 😀', [6, 7, 8, 9, 10])).toBe('😀 you  😀');
    expect(withoutMarked('😀😀a', [1])).toBe('😀a');
  });
});
