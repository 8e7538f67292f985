import type { TextSpan } from '#contract';
import { countUnheardPairs } from './unheard-pairs.js';

const LETTER = /\p{L}/gu;
const LATIN_LETTER = /\p{Script=Latin}/gu;
const LATIN_WORD = /(?<![\p{L}\p{N}\p{M}#@_])[\p{Script=Latin}\p{M}]{4,}(?![\p{N}_])/gu;
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
/** Shorter words are mash only if they are all one row of keys: `asdf`, `jkl` is too short even so. */
const SHORT_WORD = 6;
const SHORT_ROW = 4;
/** A mashed word has two different pairs of letters that words hardly ever have, and one in so many letters. */
const UNHEARD_PAIRS = 2;
const LETTERS_PER_PAIR = 4;
/** A text has so many before its words are looked at one by one. */
const UNHEARD_IN_TEXT = 3;
/** One mashed word may be a name; a long one or two are not. */
const LONE_WORD = 8;
/** Under this share of mashed letters the rest makes sense of it. */
const SHARE = 0.6;

/** `hahaha`, `jajaja`, `rsrsrs`, `kkkk`, `grrr`, `looool`: people laugh and groan in many languages, with few letters. */
const FEW_LETTERS = 3;
const LAUGHED_LETTERS = /^[aehijkoux]+$/;

const isLaughter = (word: string): boolean =>
  new Set(word).size <= FEW_LETTERS || LAUGHED_LETTERS.test(word);

const keyRuns = (length: number): ReadonlySet<string> =>
  new Set(
    ROWS.flatMap((row) => [row, [...row].reverse().join('')]).flatMap((row) =>
      Array.from({ length: Math.max(0, row.length - length + 1) }, (_, start) =>
        row.slice(start, start + length),
      ),
    ),
  );

const SHORT_RUNS = keyRuns(SHORT_ROW);
const KEY_RUN = new RegExp([...keyRuns(ROW_LENGTH)].join('|'));
const MASHED_CONSONANTS = 6;
const CONSONANT = /[b-df-hj-np-tvxz\u00e7-\u017e]/i;
const LAST_LETTER = 0x17e;
const IS_CONSONANT = Uint8Array.from({ length: LAST_LETTER + 1 }, (_, unit) =>
  CONSONANT.test(String.fromCharCode(unit)) ? 1 : 0,
);
/** Keys that lie side by side on some keyboard, by the codes of their letters: 1 there, 2 back. `were` turns, `rewq` does not. */
const NEIGHBORS = new Uint8Array(32 * 32);
for (const row of ROWS) {
  for (let index = 1; index < row.length; index++) {
    const left = row.charCodeAt(index - 1);
    const right = row.charCodeAt(index);
    NEIGHBORS[placeOf(left, right)] = 1;
    NEIGHBORS[placeOf(right, left)] = 2;
  }
}

/** The place of two ASCII letters in the table; of other characters, any: this is but a first look. */
function placeOf(first: number, second: number): number {
  return (first & 31) * 32 + (second & 31);
}

/** Whether a text has what mashed texts have; most have none of it. One loop, for every comment goes through it. */
function mayBeMashed(text: string): boolean {
  let consonants = 0;
  let keys = 1;
  let before = 0;
  let direction = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    consonants = IS_CONSONANT[unit] === 1 ? consonants + 1 : 0;
    const step = NEIGHBORS[placeOf(before, unit)] as number;
    keys = step === 0 ? 1 : step === direction ? keys + 1 : 2;
    direction = step;
    if (consonants === MASHED_CONSONANTS || keys === SHORT_ROW) return true;
    before = unit;
  }
  return countUnheardPairs(text, UNHEARD_IN_TEXT) >= UNHEARD_IN_TEXT;
}

function isUnheard(plain: string): boolean {
  const needed = Math.max(UNHEARD_PAIRS, Math.floor(plain.length / LETTERS_PER_PAIR));
  return countUnheardPairs(plain, needed) >= needed;
}

function isMashed(word: string): boolean {
  const spelled = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  // Drawn out, `brasilllll` is still a word.
  const plain = spelled.replace(/(.)\1+/g, '$1');
  if (SHORT_RUNS.has(plain)) return true;
  if (plain.length < SHORT_WORD || isLaughter(plain)) return false;
  // Abbreviations have no vowels either.
  const isAbbreviation = word === word.toUpperCase() && word.length < LONE_WORD;
  // A keyboard's name is a word.
  if (isAbbreviation || /^(?:qwerty|azerty|qwertz)(?:u|s)?$/.test(plain)) return false;
  const isCluster = plain.length >= CLUSTERED_WORD && CONSONANTS.test(plain.replace(DIGRAPHS, 'x'));
  return !VOWEL.test(plain) || isCluster || KEY_RUN.test(plain) || isUnheard(plain);
}

/** What reads like random keys, as a share of the letters, 0 to 1, and where. */
export interface Gibberish {
  share: number;
  spans: TextSpan[];
}

/** Finds keyboard mash in Latin script; `null` where the text has more sense than nonsense. */
export function findGibberish(text: string): Gibberish | null {
  if (!mayBeMashed(text)) return null;
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
