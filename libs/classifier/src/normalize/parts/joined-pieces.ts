import type { NormalizationChanges } from '../changes.js';
import { Kind, kinds } from '../kinds.js';
import type { TextUnits } from '../text-units.js';
import { Candidate, LONGEST_WORD } from '../words/candidate.js';
import type { KnownWords } from '../words/known-words.js';
import type { RepeatFolding } from '../words/repeats.js';
import type { UnitsWriter } from '../words/units-writer.js';
import { leetLetter } from './leet-letters.js';
import { MaskReading } from './mask-reading.js';
import { MOST_PIECES, type PieceBounds } from './piece-bounds.js';

const SHORTEST_JOINED = 4;
const STAR = 42;
const HASH = 35;
const ORDINARY_SIGNS = Array.from('.-_&?', (sign) => sign.charCodeAt(0));

/** Signs that stand between words in ordinary texts: `push-it`, `I can.Is it?` */
const isOrdinarySign = (unit: number): boolean => unit > 0x2000 || ORDINARY_SIGNS.includes(unit);

/** Reads several pieces as one word: cut by signs, or with signs in place of letters. */
export class JoinedPieces {
  private readonly masks: MaskReading;
  private readonly joined = new Candidate();
  /** How many letters of `joined` the pieces up to each one have. */
  private readonly lengths = new Int32Array(MOST_PIECES);

  constructor(
    private readonly source: TextUnits,
    private readonly pieces: PieceBounds,
    private readonly known: KnownWords,
    private readonly repeats: RepeatFolding,
    private readonly out: { writer: UnitsWriter; changes: NormalizationChanges },
  ) {
    this.masks = new MaskReading(source, known);
  }

  /** Reads as many pieces as one word as make one; returns where it ends, 0 if there is none. */
  readTogether(start: number, limit: number): number {
    const { ends, count } = this.pieces;
    this.masks.open(start, ends[count - 1] as number);
    this.collect();
    let [onlyWords, hasMask, isOrdinary] = [this.isWord(0), false, false];
    const mayJoin = this.known.lexicon.mayBegin(this.joined.letters);
    let [end, masked] = [0, false];
    for (let last = 1; last < count; last++) {
      const sign = this.source.units[ends[last - 1] as number] as number;
      onlyWords &&= this.isWord(last);
      hasMask ||= kinds[sign] === Kind.MASK;
      isOrdinary ||= isOrdinarySign(sign);
      if (onlyWords && isOrdinary) continue;
      const to = ends[last] as number;
      const joins = mayJoin && this.joins(last);
      const isMask = (hasMask || !joins) && this.masks.read(to) !== null;
      if (joins || isMask) [end, masked] = [to, isMask];
    }
    if (end === 0) return this.readOpenMask(start, limit);
    return masked ? this.writeMask(start, end) : this.writeJoined(end);
  }

  /** `wh*r*`: the mask goes on behind the last piece. */
  private readOpenMask(start: number, limit: number): number {
    const { units } = this.source;
    let end = this.pieces.ends[this.pieces.count - 1] as number;
    const sign = units[end];
    if (end >= limit || (sign !== STAR && sign !== HASH)) return 0;
    while (end < limit && units[end] === sign) end++;
    return this.writeMask(start, end);
  }

  private isWord(piece: number): boolean {
    const { starts, ends } = this.pieces;
    const [start, end] = [starts[piece] as number, ends[piece] as number];
    return this.known.isEveryday(this.source.units, start, end);
  }

  writeMask(start: number, end: number): number {
    this.masks.open(start, end);
    const meant = this.masks.read(end);
    if (meant === null) return 0;
    this.out.writer.write(this.masks.result, meant);
    this.out.changes.masks++;
    return end;
  }

  /** Puts the letters of all pieces together. */
  private collect(): void {
    const { starts, ends, count } = this.pieces;
    const { joined, lengths } = this;
    joined.clear();
    for (let index = 0; index < count; index++) {
      const end = ends[index] as number;
      for (let at = starts[index] as number; at < end && joined.length < LONGEST_WORD; at++) {
        const unit = this.source.units[at] as number;
        joined.add(leetLetter(unit) || unit, at, at + 1);
      }
      lengths[index] = joined.length;
    }
  }

  /** Whether the pieces up to `last` are an offensive word, repeats folded if they are all there is. */
  private joins(last: number): boolean {
    const length = this.lengths[last] as number;
    if (length < SHORTEST_JOINED || length === LONGEST_WORD) return false;
    if (!this.hasLetters(length)) return false;
    if (this.known.lexicon.has(this.joined.letters, 0, length)) return true;
    return last === this.pieces.count - 1 && this.repeats.toOffensive(this.joined);
  }

  /** Half of them at least: `45-55` is no word. */
  private hasLetters(length: number): boolean {
    let letters = 0;
    for (let at = 0; at < length; at++) {
      const unit = this.source.units[this.joined.from[at] as number] as number;
      if (kinds[unit] === Kind.LETTER) letters++;
    }
    return letters * 2 >= length;
  }

  private writeJoined(end: number): number {
    const { joined } = this;
    while (joined.length > 0 && (joined.to[joined.length - 1] as number) > end) joined.length--;
    this.out.writer.write(joined);
    this.out.changes.joined++;
    return end;
  }

  /** `stu|pid`: the sign is no letter but a cut. */
  readCut(start: number, end: number): boolean {
    const { joined, source } = this;
    joined.clear();
    for (let at = start; at < end; at++) {
      const unit = source.units[at] as number;
      if (kinds[unit] !== Kind.LETTER) continue;
      if (joined.length === joined.letters.length) return false;
      joined.add(unit, at, at + 1);
    }
    if (joined.length < SHORTEST_JOINED || !this.repeats.toOffensive(joined)) return false;
    return this.writeJoined(end) > 0;
  }
}
