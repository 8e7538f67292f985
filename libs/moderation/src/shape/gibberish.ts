import type { TextSpan } from '#contract';

const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const LATIN_WORD = /(?<![\p{L}\p{N}\p{M}#@_])[\p{Script=Latin}\p{M}]{6,}(?![\p{N}_])/gu;
const VOWEL = /[aeiouyw]/;
const CONSONANTS = /[bcdfghjklmnpqrstvxz]{6,}/;
/** Letters that are one sound together: without them `Angstschweiß` has eight consonants in a row. */
const DIGRAPHS = /tsch|sch|ch|sz|cz|rz|th|ph|ng|st|ck/g;
/** Czech `čtvrthrst` has a cluster too; by itself one decides nothing, see `SHARE`. */
const CLUSTERED_WORD = 9;
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
];
/** This many keys in a row, there or back, are no word: the longest in English is `property` with four. */
const ROW_LENGTH = 5;
/** One mashed word may be a name; a long one or two are not. */
const LONE_WORD = 8;
/** Under this share of mashed letters the rest makes sense of it. */
const SHARE = 0.6;

/** `hahaha`, `jajaja`, `rsrsrs`, `kkkk`, `grrr`, `looool`: people laugh and groan in many languages, with few letters. */
const FEW_LETTERS = 3;
const LAUGHED_LETTERS = /^[aehijkoux]+$/;

const isLaughter = (word: string): boolean =>
  new Set(word).size <= FEW_LETTERS || LAUGHED_LETTERS.test(word);

const KEY_RUNS = new Set(
  ROWS.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) =>
    Array.from({ length: Math.max(0, row.length - ROW_LENGTH + 1) }, (_, start) =>
      row.slice(start, start + ROW_LENGTH),
    ),
  ),
);

const KEY_RUN = new RegExp([...KEY_RUNS].join('|'));
/** What every mashed word has; most texts have it nowhere. */
const MAY_BE_MASHED = new RegExp(`[b-df-hj-np-tvxz\\u00e7-\\u017e]{6}|${KEY_RUN.source}`, 'i');

function isMashed(word: string): boolean {
  const spelled = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  // Drawn out, `brasilllll` is still a word.
  const plain = spelled.replace(/(.)\1+/g, '$1');
  if (isLaughter(plain)) return false;
  // Abbreviations have no vowels either.
  const isAbbreviation = word === word.toUpperCase() && word.length < LONE_WORD;
  // A keyboard's name is a word.
  if (isAbbreviation || /^(?:qwerty|azerty|qwertz)(?:u|s)?$/.test(plain)) return false;
  const isCluster = plain.length >= CLUSTERED_WORD && CONSONANTS.test(plain.replace(DIGRAPHS, 'x'));
  return !VOWEL.test(plain) || isCluster || KEY_RUN.test(plain);
}

/** What reads like random keys, as a share of the letters, 0 to 1, and where. */
export interface Gibberish {
  share: number;
  spans: TextSpan[];
}

/** Finds keyboard mash in Latin script; `null` where the text has more sense than nonsense. */
export function findGibberish(text: string): Gibberish | null {
  if (!MAY_BE_MASHED.test(text)) return null;
  const words = Array.from(text.matchAll(LATIN_WORD)).filter((match) => isMashed(match[0]));
  const lone = words.length === 1 && (words[0]?.[0].length ?? 0) < LONE_WORD;
  if (words.length === 0 || lone) return null;
  const letters = text.match(LETTER)?.length ?? 0;
  if ((text.match(LATIN_LETTER)?.length ?? 0) < letters * 0.8) return null;
  const share = words.reduce((sum, match) => sum + match[0].length, 0) / letters;
  if (share < SHARE) return null;
  const spans = words.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { share: Math.min(1, share), spans };
}
