import { Candidate } from '../words/candidate.js';
import type { KnownWords } from '../words/known-words.js';
import { Kind, kinds } from '../kinds.js';
import { leetLetter, otherLeetLetter } from './leet-letters.js';
import type { RepeatFolding } from '../words/repeats.js';
import type { TextUnits } from '../text-units.js';

/** Signs with two readings beyond these are read alike: the combinations double with each. */
const MOST_AMBIGUOUS = 4;
const AT_SIGN = 64;

/** Reads digits and signs inside a word as letters. */
export class LeetReading {
  /** The reading that the last call of `read` found. */
  readonly result = new Candidate();
  private readonly reading = new Candidate();
  private letters = 0;
  private digits = 0;
  private signs = 0;
  private length = 0;

  constructor(
    private readonly source: TextUnits,
    private readonly known: KnownWords,
    private readonly repeats: RepeatFolding,
  ) {}

  /** Whether the units from `start` to `end` have a reading in the lexicon or, unless `onlyOffensive`, in the vocabulary. */
  read(start: number, end: number, onlyOffensive: boolean): boolean {
    if (!this.count(start, end) || !this.mayBeWord(start)) return false;
    const { units } = this.source;
    const common = onlyOffensive ? 1 : this.known.commonness(units, start, end);
    const mayBeAnyWord = common === 0 && this.mayBeAnyWord(start, end);
    let best = 0;
    for (let choice = 0; this.choose(start, end, choice); choice++) {
      const { letters, length } = this.reading;
      const score = mayBeAnyWord ? this.known.commonness(letters, 0, length) : 0;
      if (this.mayOffend(start, end) && this.repeats.toOffensive(this.reading)) {
        this.result.copy(this.reading);
        return true;
      }
      if (score <= best) continue;
      best = score;
      this.result.copy(this.reading);
    }
    return best > 0;
  }

  private count(start: number, end: number): boolean {
    this.length = end - start;
    this.letters = this.digits = this.signs = 0;
    if (this.length > this.reading.letters.length) return false;
    for (let at = start; at < end; at++) {
      const unit = this.source.units[at] as number;
      const kind = kinds[unit];
      if (kind === Kind.LETTER) this.letters++;
      else if (leetLetter(unit) === 0) return false;
      else if (kind === Kind.DIGIT) this.digits++;
      else this.signs++;
    }
    return this.digits + this.signs > 0;
  }

  /** `455` is a number, `$5m` a price, `@$$` neither. */
  private mayBeWord(start: number): boolean {
    if (this.length < 3) return false;
    if (this.letters >= 2) return true;
    if (this.digits > 0) return this.letters === 1 && this.signs > 0 && this.length > 3;
    return this.letters === 1 || this.source.units[start] === AT_SIGN;
  }

  /** `A55` is a road and `10th` a number; `a55hole` and `f4g` are neither. */
  private mayOffend(start: number, end: number): boolean {
    const leading = this.digitsAt(start, 1, end);
    const trailing = this.digitsAt(end - 1, -1, start - 1);
    if (this.digits > 0 && this.length === 3) return leading === 0 && trailing === 0;
    const outer = leading + trailing;
    if (outer === 0 || outer < this.digits) return true;
    // `but7` has a footnote; a word that offends by itself may have any ending.
    if (trailing > 0 && this.isKnown(start, end - trailing)) {
      return this.known.lexicon.has(this.source.units, start, end - trailing);
    }
    return leading < 2 || this.letters > 2 || this.signs > 0;
  }

  /** Whether it may be a civil word in disguise: `l0ser`, but not `C3P0`, `4ever`, `10am`, `covid19`. */
  private mayBeAnyWord(start: number, end: number): boolean {
    const others = this.digits + this.signs;
    if (this.length < 4 || this.letters < 2) return false;
    // A long word may be mostly digits: chance does not spell words of six letters.
    if (others > (this.length < 6 ? this.letters : this.letters * 2)) return false;
    const leading = this.outerAt(start, 1, end);
    const trailing = this.outerAt(end - 1, -1, start - 1);
    if (leading > 1 || trailing > 1) return false;
    return leading + trailing === 0 || !this.isKnown(start + leading, end - trailing);
  }

  private isKnown(start: number, end: number): boolean {
    return end - start > 1 && this.known.commonness(this.source.units, start, end) > 0;
  }

  private digitsAt(from: number, step: 1 | -1, to: number): number {
    let at = from;
    while (at !== to && kinds[this.source.units[at] as number] === Kind.DIGIT) at += step;
    return Math.abs(at - from);
  }

  private outerAt(from: number, step: 1 | -1, to: number): number {
    let at = from;
    while (at !== to && kinds[this.source.units[at] as number] !== Kind.LETTER) at += step;
    return Math.abs(at - from);
  }

  /** Fills `reading` with one of the combinations of readings; false when there is no such combination. */
  private choose(start: number, end: number, choice: number): boolean {
    let ambiguous = 0;
    this.reading.clear();
    for (let at = start; at < end; at++) {
      const unit = this.source.units[at] as number;
      const other = otherLeetLetter(unit);
      const bit = other === 0 ? 0 : Math.min(ambiguous++, MOST_AMBIGUOUS - 1);
      const letter = other > 0 && (choice >> bit) & 1 ? other : leetLetter(unit) || unit;
      this.reading.add(letter, at, at + 1);
    }
    return choice < 1 << Math.min(ambiguous, MOST_AMBIGUOUS);
  }
}
