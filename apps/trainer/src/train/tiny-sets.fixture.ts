import { writeSet } from '../data/sets.fixture.js';
import type { SetRow } from '../data/read-set.js';
import { CHINESE_SOURCES, ENGLISH_SOURCES, MEASURED_ONLY, SPAM_SOURCES } from '../data/sources.js';
import { mulberry32, pick, type Random } from '../obfuscate/random.js';
import { madeUpRows } from '../spam/made-up-rows.fixture.js';
import type { WordVectors } from '../words/word-vectors.js';

const list = (text: string): string[] => text.split(/\s+/);
const WHO = list('you people they writers readers neighbors someone everybody nobody editors');
const DO = list('read wrote saw liked bought painted heard forgot remember told');
const WHAT = list('article house story garden city paper letter song river window table bridge');
const TOXIC = list('idiot moron nasty');
const HATED = list('vermin parasites');
const TERMS = list('martian venusian lunar saturnian plutonian jovian terran solar');
const HAN = Array.from('我们今天看书写字说话吃饭走路');

const sentence = (random: Random): string =>
  [WHO, DO, WHAT, DO, WHAT].map((words) => pick(words, random)).join(' ');

const maybe = (random: Random): 0 | 1 => (random() < 0.5 ? 1 : 0);

function commentRow(random: Random, isToxic: boolean): SetRow {
  if (!isToxic) return { text: sentence(random), toxic: 0 };
  const word = pick(TOXIC, random);
  const kinds = { severe_toxic: 0, obscene: maybe(random), threat: maybe(random) } as const;
  return {
    ...{ text: `${sentence(random)} ${word}`, toxic: 1, ...kinds },
    ...{ insult: maybe(random), identity_hate: maybe(random) },
  };
}

function hateRow(random: Random, isHate: boolean): SetRow {
  const end = isHate ? pick(HATED, random) : pick(WHAT, random);
  return { text: `${sentence(random)} ${end}`, toxic: isHate ? 1 : 0 };
}

function markedRow(random: Random): SetRow {
  const row = commentRow(random, true);
  const from = row.text.lastIndexOf(' ') + 1;
  const spans = Array.from({ length: row.text.length - from }, (_, index) => from + index);
  return { ...row, spans };
}

function chineseRow(random: Random, isToxic: boolean): SetRow {
  const text = Array.from({ length: 8 }, () => pick(HAN, random)).join('');
  return { text: isToxic ? `${text}蠢` : text, toxic: isToxic ? 1 : 0, lang: 'zh' };
}

const rows = (count: number, row: (isPositive: boolean) => SetRow): SetRow[] =>
  Array.from({ length: count }, (_, index) => row(index % 3 === 0));

/** Every set that a training reads, made up and as small as it can be: 1,500 texts. */
export function writeTinySets(folder: string): void {
  const random = mulberry32(7);
  for (const { path, name, lesson } of ENGLISH_SOURCES) {
    const large = ['jigsaw-train', 'wikipedia-context', 'jigsaw-train-2'].includes(name);
    const made = rows(large ? 180 : 30, (isPositive) =>
      lesson === 'hate' ? hateRow(random, isPositive) : commentRow(random, isPositive),
    );
    writeSet(folder, path, made);
  }
  writeSet(
    folder,
    'toxicity/toxic-spans',
    rows(150, () => markedRow(random)),
  );
  const templates = TERMS.flatMap((term) =>
    rows(6, (isToxic) => ({ ...commentRow(random, isToxic), term })),
  ).map((row) => ({ ...row, text: `${row.term} ${row.text}` }));
  writeSet(folder, 'toxicity/identity-templates', templates);
  for (const { path } of CHINESE_SOURCES) {
    writeSet(
      folder,
      path,
      rows(150, (isToxic) => chineseRow(random, isToxic)),
    );
  }
  for (const path of MEASURED_ONLY) {
    writeSet(
      folder,
      path,
      rows(45, (isToxic) => commentRow(random, isToxic)),
    );
  }
  for (const [index, { path }] of SPAM_SOURCES.entries()) {
    const made = madeUpRows([path], 20, index);
    writeSet(
      folder,
      path,
      made.map(({ text, spam, group = '' }) => ({ text, spam, video: group })),
    );
  }
}

const [COUNT, DIMENSIONS] = [40, 8];

/** A vector for each word of the sets, by chance. */
export function tinyVectors(): WordVectors {
  const random = mulberry32(3);
  const words = [...WHO, ...DO, ...WHAT, ...TOXIC].slice(0, COUNT);
  const vectors = new Map(
    words.map((word) => [word, Array.from({ length: DIMENSIONS }, () => random() - 0.5)]),
  );
  return { dimensions: DIMENSIONS, words, get: (word) => vectors.get(word) };
}
