import { Candidate } from '../words/candidate.js';
import type { NormalizationChanges } from '../changes.js';
import { FREE_LIKENESS } from '../characters/code-points.js';
import type { KnownWords } from '../words/known-words.js';
import { Kind, kinds } from '../kinds.js';
import { leetLetter } from '../parts/leet-letters.js';
import type { Links } from '../words/links.js';
import { Segmentation, WINDOW } from './segmentation.js';
import type { TextUnits } from '../text-units.js';
import type { UnitsWriter } from '../words/units-writer.js';

const SHORTEST = 3;
/** `a $ 5 note` spells nothing. */
const SHORTEST_LEET = 5;
const WIDEST_GAP = 4;
const SPACE = 32;
const COMMA = 44;
const SEMICOLON = 59;
/** They belong to the words beside them. */
const NO_GAP = '\'"()[]{}<>';

/** Reads letters that stand apart: `i d i o t`, `i.d.i.o.t`, `i - d - i - o - t`. */
export class SpelledOut {
  private readonly letters = new Candidate();
  private readonly word = new Candidate();
  private readonly segmentation: Segmentation;
  private original = '';
  /** How many of the letters are digits and signs. */
  private leet = 0;

  constructor(
    private readonly source: TextUnits,
    known: KnownWords,
    private readonly links: Links,
    private readonly out: { writer: UnitsWriter; changes: NormalizationChanges },
  ) {
    this.segmentation = new Segmentation(known);
  }

  open(text: string): void {
    this.original = text;
    this.segmentation.open();
  }

  /** Writes the letters that stand apart from `start` on; returns where they end, `start` if there is no such run. */
  read(start: number): number {
    const end = this.collect(start);
    const { letters, source } = this;
    if (
      letters.length < (this.leet > 0 ? SHORTEST_LEET : SHORTEST) ||
      this.links.has(source.starts[start] as number)
    )
      return start;
    const atEnd = letters.length < WINDOW;
    const found = this.segmentation.find(letters, this.leet > 0 || this.isInitials());
    // Signs between letters may be something else than a gap; white space is nothing else.
    if (!found && source.units[start + 1] !== SPACE)
      return atEnd ? start : this.keepFrom(start, end);
    return found ? this.write(start, end, atEnd) : this.keepFrom(start, end);
  }

  private keepFrom(start: number, end: number): number {
    this.out.writer.keep(start, end);
    return end;
  }

  /** Fills `letters`; returns the end of the run. */
  private collect(start: number): number {
    const { units } = this.source;
    this.letters.clear();
    this.leet = 0;
    let [end, gap, sign] = [start, 0, units[start]];
    for (let at = start; this.letters.length < WINDOW;) {
      const letter = this.letterAt(at);
      if (letter === 0 || this.isSolid(at + 1)) break;
      if (kinds[units[at] as number] !== Kind.LETTER) this.leet++;
      this.letters.add(letter, at, at + 1);
      end = at + 1;
      at = this.endOfGap(end);
      // Initials and the beginnings of sentences stand at other distances than the letters of a word.
      if (
        at === end ||
        this.isList(end, at) ||
        (gap > 0 && (at - end !== gap || units[end] !== sign))
      )
        break;
      gap = at - end;
      sign = units[end];
    }
    return end;
  }

  /** `a, b, c` */
  private isList(start: number, end: number): boolean {
    const unit = this.source.units[start];
    return end > start + 1 && (unit === COMMA || unit === SEMICOLON);
  }

  private endOfGap(start: number): number {
    const { units, length } = this.source;
    let at = start;
    while (at < length && at - start < WIDEST_GAP && this.isGap(units[at] as number)) at++;
    return at;
  }

  private letterAt(at: number): number {
    if (at >= this.source.length) return 0;
    const unit = this.source.units[at] as number;
    if (kinds[unit] !== Kind.LETTER) return leetLetter(unit);
    const likeness = unit < 128 ? 0 : (this.source.likenesses[at] as number);
    return likeness === 0 || likeness >= FREE_LIKENESS ? unit : likeness;
  }

  private isSolid(at: number): boolean {
    if (at >= this.source.length) return false;
    const unit = this.source.units[at] as number;
    const kind = kinds[unit];
    return kind === Kind.LETTER || kind === Kind.DIGIT || unit === 64 || unit === 36;
  }

  private isGap(unit: number): boolean {
    const kind = kinds[unit];
    if (kind === Kind.LETTER || kind === Kind.DIGIT || unit === 64 || unit === 36) return false;
    if (kind === Kind.OTHER) return unit < 0x2e80 || (unit & 0xf800) === 0xd800;
    return unit > 127 || !NO_GAP.includes(String.fromCharCode(unit));
  }

  /** `N.A.T.O.`, `U S A F`: few capitals, such as initials are. */
  private isInitials(): boolean {
    const { letters, source, original } = this;
    if (letters.length > 5) return false;
    for (let index = 0; index < letters.length; index++) {
      const unit = original.charCodeAt(source.starts[letters.from[index] as number] as number);
      if (unit < 65 || unit > 90) return false;
    }
    return true;
  }

  /** Writes words joined, and what is no word as it was; returns how far it came. */
  private write(start: number, end: number, atEnd: boolean): number {
    const { letters, segmentation } = this;
    const { writer, changes } = this.out;
    let at = start;
    for (let index = 0; index < letters.length;) {
      const length = segmentation.wordAt(index);
      // A word at the end of a full window may go on behind it.
      if (!atEnd && index > WINDOW / 2) return at;
      const first = letters.from[index] as number;
      if (index > 0 && (length > 1 || segmentation.wordAt(index - 1) > 1)) writer.space(at, first);
      else writer.keep(at, first);
      this.word.clear();
      for (let letter = index; letter < index + length; letter++) {
        const from = letters.from[letter] as number;
        this.word.add(letters.letters[letter] as number, from, from + 1);
      }
      if (length > 1) {
        writer.write(this.word);
        changes.joined++;
      } else writer.keep(first, first + 1);
      index += length;
      at = letters.to[index - 1] as number;
    }
    return end;
  }
}
