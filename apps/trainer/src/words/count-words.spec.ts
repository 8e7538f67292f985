import { describe, expect, it } from 'vitest';
import type { HashedVocabulary } from '#classifier';
import { comment, tweet } from '../data/rows.fixture.js';
import { buildLexicon, buildVocabulary, countMarked, countWords } from './count-words.js';

const repeated = <T>(times: number, make: () => T): T[] => Array.from({ length: times }, make);

function commonness(vocabulary: HashedVocabulary, word: string): number {
  const units = Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  return vocabulary.commonness(units, 0, units.length);
}

/** The code points of the first occurrence of a word. */
function spansOf(text: string, word: string): number[] {
  const from = Array.from(text.slice(0, text.indexOf(word))).length;
  return Array.from(word, (_, index) => from + index);
}

describe('countWords', () => {
  it.each([
    ['You YOU you', { you: 3 }],
    ["don’t, don't", { "don't": 2 }],
    ["'quoted' words-joined", { quoted: 1, words: 1, joined: 1 }],
    ['ｗｉｄｅ café 2nd 你好', { wide: 1, café: 1, nd: 1 }],
  ])('counts words as they are written, in lower case: %j', (text, expected) => {
    expect(Object.fromEntries(countWords([comment(text, 0)]).all)).toEqual(expected);
  });

  it('counts in how many toxic and civil comments a word is', () => {
    const counts = countWords([
      comment('idiot idiot', 1),
      comment('you idiot', 1),
      comment('you and you', 0),
    ]);
    expect(Object.fromEntries(counts.toxic)).toEqual({ idiot: 2, you: 1 });
    expect(Object.fromEntries(counts.civil)).toEqual({ you: 1, and: 1 });
    expect(counts).toMatchObject({ toxicTexts: 2, civilTexts: 1 });
  });

  it('hears rows that say nothing about toxicity only for the words that there are', () => {
    const counts = countWords([tweet('some words', 1)]);
    expect([...counts.all.keys()]).toEqual(['some', 'words']);
    expect([...counts.toxic, ...counts.civil]).toEqual([]);
  });
});

describe('buildVocabulary', () => {
  const often = repeated(400, () => comment('often', 0));
  const rows = [
    ...often,
    ...repeated(8, () => comment('seldom', 0)),
    ...repeated(3, () => comment('typpo', 0)),
    ...repeated(8, () => comment('a'.repeat(25), 0)),
  ];
  const vocabulary = buildVocabulary(countWords(rows), 100, ['given', 'often']);

  it('knows the words that are repeated, the commoner the more', () => {
    const [most, less] = [commonness(vocabulary, 'often'), commonness(vocabulary, 'seldom')];
    expect(less).toBeGreaterThan(1);
    expect(most).toBeGreaterThan(less);
  });

  it.each(['typpo', 'a'.repeat(25), 'never'])('does not know %j', (word) => {
    expect(commonness(vocabulary, word)).toBe(0);
  });

  it('knows the words that it is given as the least common', () => {
    expect(commonness(vocabulary, 'given')).toBe(1);
  });

  it('keeps the most common where there are too many', () => {
    const small = buildVocabulary(countWords(rows), 1, []);
    expect(commonness(small, 'often')).toBeGreaterThan(0);
    expect(commonness(small, 'seldom')).toBe(0);
  });
});

describe('countMarked', () => {
  it('counts words in marked texts, and those inside the marks', () => {
    const text = '😀 you idiot, you';
    const counts = countMarked([
      comment(text, 1, { spans: spansOf(text, 'idiot') }),
      comment('not marked at all', 1),
    ]);
    expect(Object.fromEntries(counts.all)).toEqual({ you: 2, idiot: 1 });
    expect(Object.fromEntries(counts.marked)).toEqual({ idiot: 1 });
  });
});

describe('buildLexicon', () => {
  const marked = 'they are nasty';
  const rows = [
    ...repeated(60, () => comment('you idiot people', 1)),
    ...repeated(36, () => comment("you moron don't do", 1)),
    ...repeated(300, () => comment('you good people', 0)),
    ...repeated(40, () => comment('people', 0)),
    ...repeated(3, () => comment('rare', 1)),
    ...repeated(4, () => comment(marked, 1, { spans: spansOf(marked, 'nasty') })),
    ...repeated(30, () => comment(marked, 0)),
  ];
  const lexicon = (most = 100) => buildLexicon(countWords(rows), countMarked(rows), most);

  it('holds the words that toxic comments have and civil ones avoid, and those that people mark', () => {
    expect(lexicon()).toEqual(['idiot', 'moron', 'nasty']);
  });

  it('leaves out words that people mark in few of the places where they stand', () => {
    const text = 'nasty weather here';
    const often = repeated(20, () => comment(text, 1, { spans: [] }));
    expect(buildLexicon(countWords(rows), countMarked([...rows, ...often]), 100)).not.toContain(
      'nasty',
    );
  });

  it('keeps the most common where there are too many', () => {
    expect(lexicon(1)).toEqual(['idiot']);
  });
});
