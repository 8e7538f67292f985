import { SPACE, unitKinds } from '../features/unit-kinds.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import type { EnglishWorth } from './english-worth.js';
import { Letter, letters } from './letters.js';

/** Unknown words with a capital are names as often as not. */
const NAME = 0.3;
/** No text needs to be read to its end: this much of it is in the language of the rest. */
const MOST_UNITS = 4_000;
/** A text that goes on for so many words in what is nearly all English is taken for it. */
const ENOUGH_WORDS = 12;
const ENOUGH_SHARE = 0.65;

const APOSTROPHE = 0x27;
const AT = 0x40;
const LOWER_A = 0x61;
const COLON = 0x3a;
const SLASH = 0x2f;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** What the letters and words of a text say about its language. */
export interface LanguageSigns {
  /** Latin words, and letters of the other alphabets: a Chinese character is as good as a word. */
  latinWords: number;
  han: number;
  kana: number;
  hangul: number;
  other: number;
  /** How much the text is worth as evidence, in words: neither names nor words that other languages share count fully. */
  weight: number;
  /** How much of that is known to be English. */
  english: number;
}

const isCapitalized = (original: string, at: number): boolean => {
  const first = original.charCodeAt(at);
  const second = original.charCodeAt(at + 1);
  return first >= 0x41 && first <= 0x5a && second >= LOWER_A;
};

/** Reads the signs of a text, each word once; stops early where the text is English beyond doubt. */
export function readLanguageSigns(
  text: NormalizedText,
  original: string,
  worthOf: EnglishWorth,
): LanguageSigns {
  const { units, starts } = text;
  const end = Math.min(text.length, MOST_UNITS);
  const signs = { latinWords: 0, han: 0, kana: 0, hangul: 0, other: 0, weight: 0, english: 0 };
  for (let at = 0; at < end;) {
    const letter = letters[units[at] as number] as number;
    if (letter !== Letter.LATIN) {
      if (letter !== Letter.NONE) countLetter(signs, letter);
      at++;
      continue;
    }
    const start = at;
    at = wordEnd(units, start, end);
    if (units[at] === COLON && units[at + 1] === SLASH) {
      at = chunkEnd(units, at, end);
      continue;
    }
    if (isNameOrCode(units, start, at)) continue;
    signs.latinWords++;
    const worth = worthOf(units, start, at);
    if (worth < 0) continue;
    const isName = worth < 0.5 && isCapitalized(original, starts[start] as number);
    signs.weight += isName ? NAME : Math.max(1, worth);
    signs.english += isName ? NAME * worth : worth;
    if (signs.weight >= ENOUGH_WORDS && isPlainEnglish(signs)) break;
  }
  return signs;
}

function wordEnd(units: Uint16Array, start: number, end: number): number {
  let at = start + 1;
  for (; at < end; at++) {
    const unit = units[at] as number;
    if (letters[unit] === Letter.LATIN) continue;
    const isInner =
      unit === APOSTROPHE && at + 1 < end && letters[units[at + 1] as number] === Letter.LATIN;
    if (!isInner) break;
  }
  return at;
}

/** Names of accounts, and parts of codes and numbers, are of no language. */
function isNameOrCode(units: Uint16Array, start: number, end: number): boolean {
  const before = start > 0 ? (units[start - 1] as number) : 0;
  return before === AT || isDigit(before) || isDigit(units[end] as number);
}

/** Where white space ends the address that `from` is in. */
function chunkEnd(units: Uint16Array, from: number, end: number): number {
  let at = from;
  while (at < end && unitKinds[units[at] as number] !== SPACE) at++;
  return at;
}

function countLetter(signs: LanguageSigns, letter: number): void {
  if (letter === Letter.HAN) signs.han++;
  else if (letter === Letter.KANA) signs.kana++;
  else if (letter === Letter.HANGUL) signs.hangul++;
  else signs.other++;
}

const isPlainEnglish = ({ english, weight, han, kana, hangul, other }: LanguageSigns): boolean =>
  english >= weight * ENOUGH_SHARE && han + kana + hangul + other === 0;
