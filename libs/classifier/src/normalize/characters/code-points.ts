import { enclosedLetter } from './enclosed-letters.js';
import { Kind, kinds } from '../kinds.js';
import { isLatin, isSmallCapital, likenessOf } from './look-alikes.js';
import { simplified } from './simplified.js';

/** The folded unit of every unit of the basic plane; 0 where the form has another length, see `longForm`. */
export const forms = new Uint16Array(0x10000);
/** The ASCII letter that a unit can be taken for, with `FREE_LIKENESS` added where it takes good will. */
export const likenesses = new Uint8Array(0x10000);
export const FREE_LIKENESS = 0x80;
/** The script of a letter: 1 is Latin; other numbers only differ. */
export const scripts = new Uint8Array(0x10000);
export const LATIN = 1;
/** 1 for letters that have a lower case. */
export const capitals = new Uint8Array(0x10000);

const longForms = new Map<number, string>();

const SCRIPTS = [
  ...['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Lisu', 'Coptic', 'Georgian'],
  ...['Hebrew', 'Arabic', 'Devanagari', 'Canadian_Aboriginal', 'Vai', 'Tifinagh'],
].map((script) => new RegExp(`^\\p{Script=${script}}$`, 'u'));
const OTHER_SCRIPT = SCRIPTS.length + 1;
const SYMBOLS = SCRIPTS.length + 2;

/** Scripts without spaces between words: their letters are words apart from Latin ones that touch them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Bopomofo}]/u;
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;
/** Marks that stand on any letter; those of Indic and Semitic scripts belong to their words. */
const FREE_MARK =
  /[\u0300-\u036f\u0483-\u0489\u0653-\u0655\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]/;
const APOSTROPHES = '‘’‛ʼ´′ʻ';
const QUOTES = '“”„‟″';
/** Its compatibility form cuts a word in two. */
const L_WITH_DOT = /[Ŀŀ]/;
const SIGNS = '€£¢¥¡§†';
const JOINERS = '·•‧∙⋅●°¦‐‑‒–—―−‿⁃◦▪⁎∗';
/** Their compatibility forms would put a space or letters where a reader sees none. */
const KEPT =
  /[\u2120\u2122\u00a8\u00af\u00b8\u02d8-\u02dd\u037a\u0384\u0385\u1fbd-\u1fc1\u1fcd-\u1fcf\u1fdd-\u1fdf\u1fed-\u1fef\u1ffd\u1ffe\u2017\u203e]/;

/** Longer forms are of ligatures for whole phrases, up to 18 units, that hide nothing but would swell a text. */
const LONGEST_FORM = 4;

/** Folds one character: compatibility form, Simplified, lower case. */
function formOf(character: string): string {
  if (KEPT.test(character)) return character;
  if (APOSTROPHES.includes(character)) return "'";
  if (QUOTES.includes(character)) return '"';
  if (L_WITH_DOT.test(character)) return 'l';
  const letter = enclosedLetter(character.codePointAt(0) ?? 0);
  if (letter !== null) return letter;
  if (isSmallCapital(character)) return likenessOf(character)?.letter ?? character;
  const lower = character.normalize('NFKC').toLowerCase().replace('i\u0307', 'i');
  return lower.length > LONGEST_FORM ? character : simplified(lower);
}

function kindOfPunctuation(character: string): number {
  if (SIGNS.includes(character)) return Kind.SIGN;
  if (JOINERS.includes(character)) return Kind.JOINER;
  return /\p{P}/u.test(character) ? Kind.HARD : Kind.OTHER;
}

function kindOf(character: string): number {
  // First: the byte order mark is white space to JavaScript and nothing to a reader.
  if (INVISIBLE.test(character)) return Kind.INVISIBLE;
  if (/\s/u.test(character)) return Kind.SPACE;
  if (FREE_MARK.test(character)) return Kind.MARK;
  if (UNSPACED.test(character)) return Kind.OTHER;
  return /[\p{L}\p{M}]/u.test(character) ? Kind.LETTER : kindOfPunctuation(character);
}

function classifyLetter(unit: number, character: string): void {
  const likeness = likenessOf(character);
  const symbol = !/[\p{L}\p{M}]/u.test(character);
  if (symbol && likeness === null) return;
  const script = SCRIPTS.findIndex((pattern) => pattern.test(character));
  kinds[unit] = Kind.LETTER;
  scripts[unit] = symbol ? SYMBOLS : script < 0 ? OTHER_SCRIPT : script + 1;
  if (likeness === null) return;
  const free = symbol || !likeness.certain ? FREE_LIKENESS : 0;
  likenesses[unit] = likeness.letter.charCodeAt(0) | free;
}

/** Fills the tables for a unit beyond ASCII that is no surrogate. */
export function classify(unit: number): void {
  const character = String.fromCharCode(unit);
  const kind = kindOf(character);
  const form = kind === Kind.SPACE ? ' ' : kind === Kind.MARK ? character : formOf(character);
  kinds[unit] = kind;
  if (kind === Kind.LETTER || (kind === Kind.OTHER && /\p{S}/u.test(character))) {
    classifyLetter(unit, character);
  }
  if (kind === Kind.LETTER && character.toLowerCase() !== character) capitals[unit] = 1;
  if (form.length === 1) forms[unit] = form.charCodeAt(0);
  else longForms.set(unit, form);
  for (let index = 0; index < form.length; index++) {
    const part = form.charCodeAt(index);
    if (kinds[part] === Kind.UNSEEN) classify(part);
  }
}

/** The folded form of a unit whose entry in `forms` is 0. */
export const longForm = (unit: number): string => longForms.get(unit) ?? '';

const AS_IS = 1;
const FOLDED = 2;
let astralStates: Uint8Array | undefined;
const astralForms = new Map<number, string>();

/** Emoji are most of what comes from beyond the basic plane. */
const isEmoji = (codePoint: number): boolean =>
  (codePoint >= 0x1f300 && codePoint < 0x1f700) || (codePoint >= 0x1f900 && codePoint < 0x1fb00);

function astralForm(codePoint: number): string {
  const character = String.fromCodePoint(codePoint);
  if (INVISIBLE.test(character)) return '';
  const form = formOf(character);
  for (let index = 0; index < form.length; index++) {
    const part = form.charCodeAt(index);
    if (kinds[part] === Kind.UNSEEN) classify(part);
  }
  return form;
}

/** The folded form of a code point beyond the basic plane; `null` if it stays as it is. */
export function foldAstral(codePoint: number): string | null {
  if (isEmoji(codePoint)) return null;
  astralStates ??= new Uint8Array(0x100000);
  const state = astralStates[codePoint - 0x10000];
  if (state === AS_IS) return null;
  if (state === FOLDED) return astralForms.get(codePoint) ?? '';
  const form = astralForm(codePoint);
  const same = form.length === 2 && form.codePointAt(0) === codePoint;
  astralStates[codePoint - 0x10000] = same ? AS_IS : FOLDED;
  // Whole planes of invisible characters need no entry: what is folded and not in the map is nothing.
  if (!same && form !== '') astralForms.set(codePoint, form);
  return same ? null : form;
}

/** The ASCII letter that a letter beyond the basic plane can be taken for, as its code; 0 for none. */
export function astralLikeness(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (isEmoji(codePoint) || isLatin(character)) return 0;
  const likeness = likenessOf(character);
  return likeness === null ? 0 : likeness.letter.charCodeAt(0);
}
