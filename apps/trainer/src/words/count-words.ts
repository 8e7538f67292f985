import { commonnessOf, HashedVocabulary } from '#classifier';
import type { Row } from '../data/corpus.js';

const WORD = /[a-z\u00c0-\u024f]+(?:'[a-z]+)*/g;

/** How often words occur in civil and in toxic texts. */
export interface WordCounts {
  /** Occurrences in all texts. */
  all: Map<string, number>;
  /** In how many toxic and civil comments. */
  toxic: Map<string, number>;
  civil: Map<string, number>;
  toxicTexts: number;
  civilTexts: number;
}

const increment = (counts: Map<string, number>, word: string): void => {
  counts.set(word, (counts.get(word) ?? 0) + 1);
};

/** Counts the words of texts as they are written, in lower case. */
export function countWords(rows: readonly Row[]): WordCounts {
  const counts: WordCounts = {
    ...{ all: new Map(), toxic: new Map(), civil: new Map() },
    ...{ toxicTexts: 0, civilTexts: 0 },
  };
  for (const { text, labels } of rows) {
    const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
    for (const word of words) increment(counts.all, word);
    if (labels[0] !== 0 && labels[0] !== 1) continue;
    const side = labels[0] === 1 ? counts.toxic : counts.civil;
    for (const word of new Set(words)) increment(side, word);
    if (labels[0] === 1) counts.toxicTexts++;
    else counts.civilTexts++;
  }
  return counts;
}

/** A word must have been seen so often to be one: typing errors repeat. */
const FEWEST = 4;
const LONGEST = 24;

/** The words that the normalizer may take as known. `alsoKnown` are words that texts of another kind are full of. */
export function buildVocabulary(
  { all }: WordCounts,
  most: number,
  alsoKnown: Iterable<string>,
): HashedVocabulary {
  let total = 0;
  for (const count of all.values()) total += count;
  const known = new Map<string, number>();
  for (const word of alsoKnown) known.set(word, 1);
  const frequent = [...all]
    .filter(([word, count]) => count >= FEWEST && word.length <= LONGEST)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most);
  for (const [word, count] of frequent) known.set(word, commonnessOf(count, total));
  return HashedVocabulary.build(known);
}

/** How sure it must be that a word belongs to toxic comments: the z-score of its log-odds (Monroe et al. 2008). */
const SUREST = 4;
/** And how much more often it occurs in them, as a natural logarithm. */
const STRONGEST = 1.6;
/** Or in what share of its occurrences people marked it, and in how many at least. */
const MARKED_SHARE = 0.4;
const FEWEST_MARKED = 3;
const PLAIN_WORD = /^[a-z]{3,24}$/;

function isTelling({ toxic, civil, toxicTexts, civilTexts }: WordCounts, word: string): boolean {
  const count = toxic.get(word) ?? 0;
  const innocent = civil.get(word) ?? 0;
  const ratio =
    Math.log((count + 0.5) / (toxicTexts - count)) -
    Math.log((innocent + 0.5) / (civilTexts - innocent));
  const z = ratio / Math.sqrt(1 / (count + 0.5) + 1 / (innocent + 0.5));
  return ratio >= STRONGEST && z >= SUREST;
}

/** How often words occur in texts that people have marked, and how often inside the marks. */
export interface MarkedCounts {
  all: Map<string, number>;
  marked: Map<string, number>;
}

/** Counts the words of marked texts. */
export function countMarked(rows: readonly Row[]): MarkedCounts {
  const counts: MarkedCounts = { all: new Map(), marked: new Map() };
  for (const { text, spans } of rows) {
    if (!spans) continue;
    for (const word of text.toLowerCase().match(WORD) ?? []) increment(counts.all, word);
    const marked = new Set(spans);
    const inside = Array.from(text, (character, index) => (marked.has(index) ? character : ' '));
    for (const word of inside.join('').toLowerCase().match(WORD) ?? []) {
      increment(counts.marked, word);
    }
  }
  return counts;
}

/**
 * The offensive words, the most common first: those that toxic comments have and civil ones from the same place avoid, and
 * those that people mark wherever they stand.
 */
export function buildLexicon(counts: WordCounts, marked: MarkedCounts, most: number): string[] {
  const isMarked = (word: string): boolean => {
    const times = marked.marked.get(word) ?? 0;
    return times >= FEWEST_MARKED && times >= MARKED_SHARE * (marked.all.get(word) ?? 0);
  };
  const frequency = (word: string): number =>
    (counts.toxic.get(word) ?? 0) + (marked.marked.get(word) ?? 0);
  return [...new Set([...counts.toxic.keys(), ...marked.marked.keys()])]
    .filter((word) => PLAIN_WORD.test(word) && (isTelling(counts, word) || isMarked(word)))
    .sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1))
    .slice(0, most);
}
