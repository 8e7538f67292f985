import { HashTable } from '../hash-table.js';
import { hashString, hashUnits } from '../hash-units.js';
import type { Vocabulary } from '../vocabulary.js';

const ENTRY = /^[a-z]{3,24}$/;
const SHORTEST_SWAPPED = 4;

/** Stands for any letter in a masked word. */
export const ANY_LETTER = 0;

const unitsOf = (word: string): Uint16Array =>
  Uint16Array.from(word, (letter) => letter.charCodeAt(0));

const bucketOf = (length: number, first: number): number => (length << 5) | (first & 31);

/** The first letter and the first other one behind it. */
function beginningOf(letters: Uint16Array): number {
  const first = letters[0] as number;
  let at = 1;
  while (at < letters.length && letters[at] === first) at++;
  return ((first & 31) << 5) | ((letters[at] ?? 0) & 31);
}

/** The offensive words, made ready for what disguises do to words. Built once; a look-up allocates nothing. */
export class LexiconIndex {
  /** Letters of the longest word. */
  readonly longest: number;
  private readonly words: Uint16Array[];
  private readonly exact: HashTable;
  private readonly swapped: HashTable;
  /** Words by length and first letter, the most common first. */
  private readonly buckets: Uint16Array[][] = [];
  /** Which two different letters words begin with. */
  private readonly beginnings = new Uint8Array(1 << 10);

  constructor(lexicon: readonly string[], vocabulary: Vocabulary) {
    const commonness = (word: Uint16Array) => vocabulary.commonness(word, 0, word.length);
    const entries = [...new Set(lexicon)].filter((word) => ENTRY.test(word));
    // A stable sort: of words that are as common, the one that the lexicon names first comes first.
    this.words = entries.map(unitsOf).sort((a, b) => commonness(b) - commonness(a));
    this.longest = Math.max(0, ...entries.map((word) => word.length));
    this.exact = new HashTable(entries.length);
    this.words.forEach((word, index) => {
      this.exact.set(hashUnits(word, 0, word.length), index + 1);
      (this.buckets[bucketOf(word.length, word[0] as number)] ??= []).push(word);
      this.beginnings[beginningOf(word)] = 1;
    });
    this.swapped = new HashTable(entries.reduce((sum, word) => sum + word.length, 0));
    this.words.forEach((word, index) => this.addSwapped(word, index, vocabulary));
  }

  /** Every word that comes from this one by swapping two neighbors and is no word itself. */
  private addSwapped(word: Uint16Array, index: number, vocabulary: Vocabulary): void {
    if (word.length < SHORTEST_SWAPPED) return;
    for (let at = 0; at + 1 < word.length; at++) {
      const form = word.slice();
      form[at] = word[at + 1] as number;
      form[at + 1] = word[at] as number;
      const hash = hashUnits(form, 0, form.length);
      const isWord = this.exact.get(hash) > 0 || vocabulary.commonness(form, 0, form.length) > 0;
      if (!isWord && this.swapped.get(hash) === 0) this.swapped.set(hash, index + 1);
    }
  }

  has(units: Uint16Array, start: number, end: number): boolean {
    return this.hasHash(hashUnits(units, start, end));
  }

  /** Whether a word begins like these letters, of which the first may be repeated. */
  mayBegin(letters: Uint16Array): boolean {
    return this.beginnings[beginningOf(letters)] === 1;
  }

  hasHash(hash: number): boolean {
    return this.exact.get(hash) > 0;
  }

  hasString(word: string): boolean {
    return this.hasHash(hashString(word));
  }

  /** The word that these letters become when two neighbors are swapped. */
  unswapped(units: Uint16Array, start: number, end: number): Uint16Array | undefined {
    return this.words[this.swapped.get(hashUnits(units, start, end)) - 1];
  }

  /** The most common word that fits letters of which some are `ANY_LETTER`, but not the first. */
  unmasked(letters: Uint16Array, length: number): Uint16Array | undefined {
    const bucket = this.buckets[bucketOf(length, letters[0] as number)];
    return bucket?.find((word) => fits(word, letters));
  }
}

function fits(word: Uint16Array, letters: Uint16Array): boolean {
  for (let at = 0; at < word.length; at++) {
    const letter = letters[at];
    if (letter !== ANY_LETTER && letter !== word[at]) return false;
  }
  return true;
}
