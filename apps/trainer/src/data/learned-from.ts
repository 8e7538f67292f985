import { readCorpus, type Row } from './corpus.js';
import { readSet, textKey } from './read-set.js';
import {
  CHINESE_SOURCES,
  ENGLISH_SOURCES,
  type LearnedFrom,
  MEASURED_ONLY,
  type Source,
} from './sources.js';

/** The keys of all texts that are only measured on. */
const measuredKeys = (data: string): Set<string> =>
  new Set(MEASURED_ONLY.flatMap((path) => readSet(data, path).map(({ text }) => textKey(text))));

/** All rows of the English sets, with those that are kept for validation; sets share texts, and those of `without` are left out. */
export function readEnglish(
  data: string,
  sources: readonly Source[],
  without: readonly Source[] = [],
): Row[] {
  const excluded = measuredKeys(data);
  for (const { path } of without) {
    for (const { text } of readSet(data, path)) excluded.add(textKey(text));
  }
  return readCorpus(data, sources, excluded);
}

/** All rows of the Chinese sets. */
export const readChinese = (data: string): Row[] => readCorpus(data, CHINESE_SOURCES, new Set());

function tally(sources: readonly Source[], rows: readonly Row[]): LearnedFrom[] {
  return sources.map((source, index) => {
    const own = rows.filter((row) => row.source === index);
    const positive = own.filter((row) => row.positive === 1).length;
    return { source, rows: own.length, positive };
  });
}

/** What the models learn from each set. */
export const learnedFrom = (data: string): LearnedFrom[] => [
  ...tally(ENGLISH_SOURCES, readEnglish(data, ENGLISH_SOURCES)),
  ...tally(CHINESE_SOURCES, readChinese(data)),
];
