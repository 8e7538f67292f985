import type { NormalizationChanges } from '../changes.js';
import { astralLikeness, capitals, classify, foldAstral } from './code-points.js';
import { forms, LATIN, likenesses, longForm, scripts } from './code-points.js';
import { isRegion, regionalIndicator } from './enclosed-letters.js';
import { Kind, kinds } from '../kinds.js';
import type { TextUnits } from '../text-units.js';

const SPACE = 32;
const REPLACEMENT = 0xfffd;
const CAPITAL = 0x20;

const isHigh = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
const isLow = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;
const isAsciiLetter = (unit: number): boolean => unit < 128 && kinds[unit] === Kind.LETTER;

/**
 * The first pass, character by character: compatibility forms, lower case, Simplified, one space for any white space,
 * nothing for what shows nothing. What a letter can be taken for is noted for the second pass, which knows the word.
 */
export class CharacterFolding {
  /** Of the present word: how many letters, and how many of them capitals. */
  private run = 0;
  private capitals = 0;
  /** Where the last mark was set on a letter: one is an accent, more are a disguise. */
  private marked = -1;
  private textLength = 0;

  /** How many letters of the text are not Latin. */
  foreignLetters = 0;

  constructor(
    private readonly target: TextUnits,
    private readonly changes: NormalizationChanges,
    private readonly isOffensive: (word: string) => boolean,
  ) {}

  fold(text: string): void {
    this.target.length = 0;
    this.target.reserve(text.length);
    this.textLength = text.length;
    this.run = 0;
    this.capitals = 0;
    this.marked = -1;
    this.foreignLetters = 0;
    for (let at = 0; at < text.length;) {
      at = text.charCodeAt(at) < 128 ? this.foldAscii(text, at) : this.foldOther(text, at);
    }
    this.endRun();
  }

  /** A stretch of ASCII, in one loop over local variables: it is nearly all of nearly every text. */
  private foldAscii(text: string, from: number): number {
    const { units, starts, ends } = this.target;
    let { length } = this.target;
    let { run, capitals: upper } = this;
    let at = from;
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 128) break;
      const kind = kinds[unit];
      if (kind === Kind.LETTER) {
        run++;
        upper += (unit & CAPITAL) ^ CAPITAL;
        units[length] = unit | CAPITAL;
      } else {
        if (run > 0) this.endRun(run, upper);
        run = upper = 0;
        if (kind === Kind.INVISIBLE) this.changes.invisible++;
        else if (kind === Kind.SPACE && length > 0 && units[length - 1] === SPACE) {
          ends[length - 1] = at + 1;
        }
        if (kind === Kind.INVISIBLE || (kind === Kind.SPACE && ends[length - 1] === at + 1))
          continue;
        units[length] = kind === Kind.SPACE ? SPACE : unit;
      }
      starts[length] = at;
      ends[length++] = at + 1;
    }
    this.target.length = length;
    this.run = run;
    this.capitals = upper;
    return at;
  }

  /** Counts a word that is over; `upper` counts in steps of 32, the bit that tells capitals apart. */
  private endRun(run = this.run, upper = this.capitals): void {
    this.changes.letters += run;
    this.changes.upperCase += upper >> 5;
    if (run > 1 && upper >> 5 === run) this.changes.allCapsWords++;
    this.run = this.capitals = 0;
  }

  private foldOther(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    if ((unit & 0xf800) === 0xd800) return this.foldSurrogates(text, at, unit);
    if (kinds[unit] === Kind.UNSEEN) classify(unit);
    const kind = kinds[unit];
    if (kind === Kind.LETTER) {
      this.run++;
      if (scripts[unit] !== LATIN) this.foreignLetters++;
      this.capitals += (capitals[unit] as number) << 5;
    } else if (kind === Kind.INVISIBLE) {
      this.changes.invisible++;
      return at + 1;
    } else if (kind === Kind.MARK) {
      this.foldMark(unit, at);
      return at + 1;
    } else this.endRun();
    const form = forms[unit] as number;
    if (form === 0) this.pushForm(longForm(unit), at, at + 1);
    else this.pushOne(unit, form, at);
    return at + 1;
  }

  private pushOne(unit: number, form: number, at: number): void {
    const { target } = this;
    const last = target.length - 1;
    if (form === SPACE && last >= 0 && target.units[last] === SPACE) {
      target.ends[last] = at + 1;
      return;
    }
    if (isAsciiLetter(form)) this.changes.lookAlikes++;
    target.push(form, at, at + 1);
    if (form >= 128) target.likenesses[last + 1] = likenesses[unit] as number;
  }

  private pushForm(form: string, start: number, end: number): void {
    const { target } = this;
    // What is left of the text needs room as well.
    target.reserve(target.length + form.length + this.textLength - end);
    for (let index = 0; index < form.length; index++) {
      const unit = form.charCodeAt(index);
      target.push(unit, start, end);
      target.likenesses[target.length - 1] = likenesses[unit] as number;
      if (isAsciiLetter(unit)) this.changes.lookAlikes++;
    }
  }

  /** A mark goes into the letter before it if there is such a letter, else it is dropped. */
  private foldMark(unit: number, at: number): void {
    const { target } = this;
    const last = target.length - 1;
    const before = last < 0 ? SPACE : (target.units[last] as number);
    const stacked = this.marked === last;
    this.marked = last;
    if (last >= 0 && before !== SPACE) target.ends[last] = at + 1;
    if (!stacked && kinds[before] !== Kind.SPACE && (before & 0xf800) !== 0xd800) {
      const composed = String.fromCharCode(before, unit).normalize('NFC');
      if (composed.length === 1) {
        const letter = composed.charCodeAt(0);
        if (kinds[letter] === Kind.UNSEEN) classify(letter);
        target.units[last] = letter;
        target.likenesses[last] = likenesses[letter] as number;
        return;
      }
    }
    this.changes.invisible++;
  }

  private foldSurrogates(text: string, at: number, high: number): number {
    const low = isHigh(high) && at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (!isLow(low)) {
      this.endRun();
      this.target.push(REPLACEMENT, at, at + 1);
      if (kinds[REPLACEMENT] === Kind.UNSEEN) classify(REPLACEMENT);
      return at + 1;
    }
    if (regionalIndicator(high, low) >= 0) return this.foldIndicators(text, at);
    const codePoint = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
    const form = foldAstral(codePoint);
    if (form === '') this.changes.invisible++;
    else if (form !== null) this.pushForm(form, at, at + 2);
    else this.keepPair(text, at, codePoint);
    return at + 2;
  }

  /** Regional indicators are flags if they pair up to regions, unless they spell an offense; else they are letters. */
  private foldIndicators(text: string, from: number): number {
    let word = '';
    let to = from;
    for (; to + 1 < text.length; to += 2) {
      const letter = regionalIndicator(text.charCodeAt(to), text.charCodeAt(to + 1));
      if (letter < 0) break;
      word += String.fromCharCode(97 + letter);
    }
    const flags = word.length % 2 === 0 && (word.match(/../g) ?? []).every(isRegion);
    const asLetters = !flags || this.isOffensive(word);
    for (let index = 0; index < word.length; index++) {
      const at = from + index * 2;
      if (asLetters) this.pushForm(word.charAt(index), at, at + 2);
      else this.pushForm(text.slice(at, at + 2), at, at + 2);
    }
    return to;
  }

  /** A letter of an ancient script between Latin letters is there for its looks. */
  private keepPair(text: string, at: number, codePoint: number): void {
    const { target } = this;
    const before = target.length > 0 && isAsciiLetter(target.units[target.length - 1] as number);
    const after = at + 2 < text.length && isAsciiLetter(text.charCodeAt(at + 2));
    const letter = before || after ? astralLikeness(codePoint) : 0;
    if (letter === 0) {
      this.endRun();
      target.push(text.charCodeAt(at), at, at + 2);
      target.push(text.charCodeAt(at + 1), at, at + 2);
      return;
    }
    this.changes.lookAlikes++;
    target.push(letter, at, at + 2);
  }
}
