import type { NormalizationChanges } from '../changes.js';
import type { KnownWords } from '../words/known-words.js';
import { Kind, kinds } from '../kinds.js';
import { LeetReading } from './leet.js';
import { JoinedPieces } from './joined-pieces.js';
import { isSoftSign, PieceBounds } from './piece-bounds.js';
import type { RepeatFolding } from '../words/repeats.js';
import type { TextUnits } from '../text-units.js';
import type { UnitsWriter } from '../words/units-writer.js';
import type { WordReading } from '../words/word-reading.js';

const AT_SIGN = 64;
const CLOSING_BRACKET = 41;
const OPENING_BRACKET = 40;
const PLUS = 43;
const LETTER_I = 105;
const LETTER_A = 97;
const [STAR, HASH, HYPHEN, LOW_LINE] = [42, 35, 45, 95];

/** Reads stretches without spaces that have digits or signs beside letters. */
export class PartReading {
  private readonly pieces: PieceBounds;
  private readonly leet: LeetReading;
  private readonly together: JoinedPieces;

  constructor(
    private readonly source: TextUnits,
    private readonly known: KnownWords,
    repeats: RepeatFolding,
    private readonly words: WordReading,
    private readonly out: { writer: UnitsWriter; changes: NormalizationChanges },
  ) {
    this.pieces = new PieceBounds(source);
    this.leet = new LeetReading(source, known, repeats);
    this.together = new JoinedPieces(source, this.pieces, known, repeats, out);
  }

  /** Writes the units from `start` to `end`, piece after piece. Each is looked at with a bounded number behind it. */
  read(start: number, end: number): void {
    const { units } = this.source;
    if (units[end] === CLOSING_BRACKET && this.hasBracket(start, end)) {
      this.out.writer.keep(start, end);
      return;
    }
    for (let at = this.readLeadingSign(start, end); at < end;) {
      this.pieces.find(at, end);
      if (this.pieces.count === 0) this.out.writer.keep(at, ++at);
      else at = this.readPieces(at, end, at === start);
    }
  }

  /** `word(s)` is no leetspeak. */
  private hasBracket(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.source.units[at] === OPENING_BRACKET) return true;
    return false;
  }

  /** Writes the longest run of pieces that is one word, else the first piece; returns where it ends. */
  private readPieces(at: number, limit: number, isFirst: boolean): number {
    const { ends, count } = this.pieces;
    const isHandle = isFirst && this.source.units[at] === AT_SIGN;
    if (isHandle && count > 1) return this.keep(at, ends[0] as number);
    const masked = this.readTrailingMask(limit);
    if (masked > 0) return masked;
    const end = count > 1 ? this.together.readTogether(at, limit) : 0;
    if (end > 0) return end;
    const first = ends[0] as number;
    const withSigns = this.readTrailingPlus(at, first, limit);
    if (withSigns > 0) return withSigns;
    this.readOne(at, first, isHandle);
    return first;
  }

  /** `|diot`; returns how far it came. */
  private readLeadingSign(start: number, limit: number): number {
    if (!isSoftSign(this.source.units[start] as number)) return start;
    this.pieces.find(start + 1, limit);
    const end = this.pieces.count > 0 ? (this.pieces.ends[0] as number) : start;
    return this.readLeet(start, end, true) ? end : this.keep(start, start + 1);
  }

  /** `shi+` and `sh!+`: other signs at the end of a word are punctuation. Returns 0 if it is no such word. */
  private readTrailingPlus(start: number, end: number, limit: number): number {
    const { units } = this.source;
    let to = end;
    while (to < limit && isSoftSign(units[to] as number)) to++;
    if (to === end || to > end + 2 || units[to - 1] !== PLUS) return 0;
    return this.readLeet(start, to, true) ? to : 0;
  }

  private readLeet(start: number, end: number, onlyOffensive: boolean): boolean {
    if (!this.leet.read(start, end, onlyOffensive)) return false;
    this.out.writer.write(this.leet.result);
    this.out.changes.leet++;
    return true;
  }

  private keep(start: number, end: number): number {
    this.out.writer.keep(start, end);
    return end;
  }

  /** `s***` and `sh**`, but neither `note**` nor `**a**`; returns where the mask ends, 0 if there is none. */
  private readTrailingMask(limit: number): number {
    const { units } = this.source;
    const [start, end] = [this.pieces.starts[0] as number, this.pieces.ends[0] as number];
    const sign = units[end];
    if (end >= limit || units[start - 1] === sign) return 0;
    let to = end;
    while (to < limit && units[to] === sign) to++;
    if (to < limit && kinds[units[to] as number] !== Kind.JOINER && units[to] !== 0x3f) return 0;
    if (to - end < this.fewestMasks(start, end, sign ?? 0)) return 0;
    return this.together.writeMask(start, to);
  }

  private fewestMasks(start: number, end: number, sign: number): number {
    const isDash = sign === HYPHEN || sign === LOW_LINE;
    if (sign !== STAR && sign !== HASH && !isDash) return Infinity;
    if (!isDash) return this.isUnknown(start, end) ? 1 : end - start < 4 ? 2 : 3;
    const letter = this.source.units[start];
    // A dash that is typed breaks off `I---` and `a---`.
    return end - start > 2 || (end - start === 1 && (letter === LETTER_I || letter === LETTER_A))
      ? Infinity
      : 3;
  }

  private isUnknown(start: number, end: number): boolean {
    return end - start > 2 && this.known.commonness(this.source.units, start, end) === 0;
  }

  private readOne(start: number, end: number, isHandle: boolean): void {
    if (this.isOnlyLetters(start, end)) this.words.readNew(start, end);
    else if (this.readLeet(start, end, true)) return;
    // `b@tch` hides a word, and not `batch`.
    else if (!isHandle && this.hidesLetter(start, end) && this.readMaskOrCut(start, end)) return;
    else if (!isHandle && this.readLeet(start, end, false)) return;
    else if (isHandle || !this.readMaskOrCut(start, end)) this.readApart(start, end, isHandle);
  }

  /** `idiot!you` is two words: the sign is no letter. */
  private readApart(start: number, end: number, isHandle: boolean): void {
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && !isSoftSign(this.source.units[at] as number)) continue;
      if (from === start && at === end) this.keep(from, at);
      else if (at > from) this.readOne(from, at, isHandle && from === start);
      if (at < end) this.keep(at, at + 1);
      from = at + 1;
    }
  }

  private hidesLetter(start: number, end: number): boolean {
    for (let at = start + 1; at < end; at++) if (this.source.units[at] === AT_SIGN) return true;
    return false;
  }

  private readMaskOrCut(start: number, end: number): boolean {
    return (
      this.hasLetterBeforeSign(start, end) &&
      (this.together.writeMask(start, end) > 0 || this.together.readCut(start, end))
    );
  }

  private hasLetterBeforeSign(start: number, end: number): boolean {
    const { units } = this.source;
    if (kinds[units[start] as number] !== Kind.LETTER) return false;
    for (let at = start; at < end; at++) if (kinds[units[at] as number] === Kind.SIGN) return true;
    return false;
  }

  private isOnlyLetters(start: number, end: number): boolean {
    for (let at = start; at < end; at++) {
      if (kinds[this.source.units[at] as number] !== Kind.LETTER) return false;
    }
    return true;
  }
}
