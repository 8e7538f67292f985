import { Candidate, LONGEST_WORD } from '../words/candidate.js';
import type { KnownWords } from '../words/known-words.js';
import { Kind, kinds } from '../kinds.js';
import { leetLetter } from './leet-letters.js';
import { ANY_LETTER } from '../words/lexicon-index.js';
import type { TextUnits } from '../text-units.js';

const STAR = 42;
const DOT = 46;

/** Reads words with signs in place of letters: `f*ck`, `sh*t`, `s***`. */
export class MaskReading {
  readonly result = new Candidate();
  /** Of the first so many units: how many are seen, how many are stars or may stand between words. */
  private readonly visible = new Uint8Array(LONGEST_WORD + 1);
  private readonly stars = new Uint8Array(LONGEST_WORD + 1);
  private readonly joiners = new Uint8Array(LONGEST_WORD + 1);
  private start = 0;
  private hasSigns = false;
  private hasDigits = false;
  private hasDots = false;

  constructor(
    private readonly source: TextUnits,
    private readonly known: KnownWords,
  ) {}

  /** Looks at the units from `start` to `end`, of which `read` then tries longer and shorter beginnings. */
  open(start: number, end: number): void {
    this.start = start;
    this.fill(Math.min(end, start + LONGEST_WORD), true);
  }

  /** Finds the offensive word for which the units up to `end` stand, one for each of its letters. */
  read(end: number): Uint16Array | null {
    const length = end - this.start;
    if (length > LONGEST_WORD || !this.isMasked(length)) return null;
    if (kinds[this.source.units[this.start] as number] !== Kind.LETTER) return null;
    const { letters } = this.result;
    let found = this.known.lexicon.unmasked(letters, length);
    if (found === undefined && this.hasSigns) {
      // `f@ck`: not the letter that the sign looks like.
      this.fill(end, false);
      found = this.known.lexicon.unmasked(letters, length);
    }
    this.result.length = length;
    return found ?? null;
  }

  private fill(end: number, likenesses: boolean): void {
    const { result, visible, stars, joiners, source } = this;
    result.clear();
    this.hasSigns = this.hasDigits = this.hasDots = false;
    for (let at = this.start; at < end; at++) {
      const unit = source.units[at] as number;
      const kind = kinds[unit];
      const isSeen = kind === Kind.LETTER || kind === Kind.DIGIT;
      const index = result.length;
      visible[index + 1] = (visible[index] as number) + (isSeen ? 1 : 0);
      stars[index + 1] = (stars[index] as number) + (unit === STAR ? 1 : 0);
      joiners[index + 1] = (joiners[index] as number) + (kind === Kind.JOINER ? 1 : 0);
      if (kind === Kind.SIGN) this.hasSigns = true;
      if (kind === Kind.DIGIT) this.hasDigits = true;
      if (unit === DOT) this.hasDots = true;
      const guess = kind === Kind.DIGIT || (likenesses && kind === Kind.SIGN);
      const letter = guess ? leetLetter(unit) : ANY_LETTER;
      result.add(kind === Kind.LETTER ? unit : letter, at, at + 1);
    }
  }

  /** Enough must be seen: hyphens, dots and operators stand between letters in ordinary texts as well. */
  private isMasked(length: number): boolean {
    const visible = this.visible[length] as number;
    const hidden = length - visible;
    const onlyStars = this.stars[length] === hidden;
    if (length < 3 || hidden === 0) return false;
    if (this.joiners[length] !== 0) return length >= 4 && this.isMaskedByJoiners(visible, hidden);
    if (visible === 1) return onlyStars || (hidden > 2 && length > 3);
    // `a#s` is no innocent spelling of anything, `b4d` may be.
    return length > 3 || onlyStars || !this.hasDigits;
  }

  /** `sh-t` and `s--t` are words; `T-72` and `5.7s` are not, nor is `s..t`. */
  private isMaskedByJoiners(visible: number, hidden: number): boolean {
    if (this.hasDigits) return false;
    return visible > hidden || (visible > 1 && hidden > 1 && !this.hasDots);
  }
}
