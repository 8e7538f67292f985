import type { Candidate } from '../words/candidate.js';
import { HASH_SEED, hashEnd, hashStep } from '../hash-units.js';
import type { KnownWords } from '../words/known-words.js';

/** So many letters are looked at together. */
export const WINDOW = 40;
const LONGEST = 13;
const SHORTEST_OFFENSE = 3;
const SHORTEST_WORD = 4;
/** So many letters of a text are looked up in the vocabulary as well: enough for any sentence, cheap for any attack. */
const VOCABULARY_LETTERS = 600;
/** What a word costs: the cheapest way through the letters wins. Letters left alone are dear. */
const COST = { offense: 2, word: 3, shortWord: 4, alone: 5 };
const EVERYDAY_SHORT = 170;
const [LETTER_A, LETTER_I] = [97, 105];

/** Divides letters that stand apart into words. */
export class Segmentation {
  private readonly costs = new Int32Array(WINDOW + 1);
  private readonly lengths = new Int32Array(WINDOW + 1);
  private readonly offensive = new Uint8Array(WINDOW + 1);
  private left = VOCABULARY_LETTERS;

  constructor(private readonly known: KnownWords) {}

  /** Begins a new text. */
  open(): void {
    this.left = VOCABULARY_LETTERS;
  }

  /** How many letters the word at `index` has, 1 for a letter that is left alone. */
  wordAt(index: number): number {
    return this.lengths[index] as number;
  }

  /** Whether the letters have a word that is worth joining: an offense, or nothing but words. */
  find(letters: Candidate, onlyOffenses: boolean): boolean {
    const { length } = letters;
    const anyWord = !onlyOffenses && this.left >= length;
    if (anyWord) this.left -= length;
    this.costs[length] = 0;
    for (let start = length - 1; start >= 0; start--) this.choose(letters, start, anyWord);
    if (anyWord && this.isAllWords(letters)) return true;
    return this.keepOffenses(length);
  }

  private choose(letters: Candidate, start: number, anyWord: boolean): void {
    const units = letters.letters;
    this.costs[start] = COST.alone + (this.costs[start + 1] as number);
    this.lengths[start] = 1;
    this.offensive[start] = 0;
    let hash = HASH_SEED;
    const limit = Math.min(letters.length, start + LONGEST);
    for (let end = start + 1; end <= limit; end++) {
      hash = hashStep(hash, units[end - 1] as number);
      if (end === start + 1) continue;
      const length = end - start;
      const offense = length >= SHORTEST_OFFENSE && this.known.lexicon.hasHash(hashEnd(hash));
      const cost = offense ? COST.offense : anyWord ? this.costOf(units, start, end) : 0;
      const total = cost + (this.costs[end] as number);
      if (cost === 0 || total >= (this.costs[start] ?? 0)) continue;
      this.costs[start] = total;
      this.lengths[start] = length;
      this.offensive[start] = offense ? 1 : 0;
    }
  }

  private costOf(units: Uint16Array, start: number, end: number): number {
    const common = this.known.commonness(units, start, end);
    if (end - start >= SHORTEST_WORD) return common > 0 ? COST.word : 0;
    return common >= EVERYDAY_SHORT ? COST.shortWord : 0;
  }

  /** Every letter in a word (`a` and `i` are words), and one of the words long enough to be no accident. */
  private isAllWords({ letters, length }: Candidate): boolean {
    let long = false;
    for (let at = 0; at < length; at += this.lengths[at] as number) {
      const size = this.lengths[at] as number;
      if (size === 1 && letters[at] !== LETTER_A && letters[at] !== LETTER_I) return false;
      if (size >= SHORTEST_WORD || this.offensive[at] === 1) long = true;
    }
    return long;
  }

  /** Leaves only offenses joined: of four letters, or of three that are all there is. */
  private keepOffenses(length: number): boolean {
    let found = false;
    for (let at = 0; at < length;) {
      const size = this.lengths[at] as number;
      const kept = this.offensive[at] === 1 && (size >= SHORTEST_WORD || size === length);
      if (kept) found = true;
      else this.lengths.fill(1, at, at + size);
      at += size;
    }
    return found;
  }
}
