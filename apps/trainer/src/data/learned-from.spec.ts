import { afterAll, describe, expect, it } from 'vitest';
import { writeTinySets } from '../train/tiny-sets.fixture.js';
import { isHeldChinese } from './corpus.js';
import { learnedFrom, readChinese, readEnglish } from './learned-from.js';
import { readSet, textKey } from './read-set.js';
import { setsFolder, writeSet } from './sets.fixture.js';
import { CHINESE_SOURCES, ENGLISH_SOURCES, MEASURED_ONLY } from './sources.js';

const folder = setsFolder(afterAll);
writeTinySets(folder);

describe('the rows of a training', () => {
  it.each(MEASURED_ONLY)('have no text of %s', (path) => {
    const [{ text }] = readSet(folder, path) as [{ text: string }];
    const other = 'toxicity/jigsaw-train';
    const rows = readSet(folder, other);
    writeSet(folder, other, [{ text: `${text}!!!`, toxic: 1 }, ...rows]);
    const learned = readEnglish(folder, ENGLISH_SOURCES);
    expect(learned.filter((row) => textKey(row.text) === textKey(text))).toEqual([]);
    expect(learned.length).toBeGreaterThan(rows.length);
  });

  it('have no Chinese text that is measured on', () => {
    const rows = readChinese(folder);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ text }) => isHeldChinese(text))).toEqual([]);
  });
});

it('tells of every set how much was learned from it', () => {
  const found = learnedFrom(folder);
  expect(found.map(({ source }) => source)).toEqual([...ENGLISH_SOURCES, ...CHINESE_SOURCES]);
  for (const { rows, positive } of found) {
    expect(positive).toBeGreaterThan(0);
    expect(rows).toBeGreaterThan(positive);
  }
  const chinese = readChinese(folder);
  expect(found.at(-1)).toMatchObject({
    rows: chinese.length,
    positive: chinese.filter(({ positive }) => positive === 1).length,
  });
});
