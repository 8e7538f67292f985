import type { NormalizationChanges } from '../changes.js';
import { ForeignLetters } from './foreign-letters.js';
import type { KnownWords } from './known-words.js';
import { Kind, kinds } from '../kinds.js';
import { Links } from './links.js';
import { PartReading } from '../parts/part-reading.js';
import { isOuterSign, isSoftSign } from '../parts/piece-bounds.js';
import { RepeatFolding } from './repeats.js';
import { SpelledOut } from '../spelled/spelled-out.js';
import type { TextUnits } from '../text-units.js';
import { UnitsWriter } from './units-writer.js';
import { WordReading } from './word-reading.js';

const APOSTROPHE = 39;
const PLUS = 43;
const [STAR, HASH, HYPHEN, LOW_LINE] = [42, 35, 45, 95];

/** The second pass, word by word: finds out what disguised words stand for. Linear in the length of the text. */
export class SecondPass {
  private readonly writer: UnitsWriter;
  private readonly links = new Links();
  private readonly words: WordReading;
  private readonly parts: PartReading;
  private readonly spelled: SpelledOut;
  private readonly foreign: ForeignLetters;

  constructor(
    private readonly source: TextUnits,
    known: KnownWords,
    changes: NormalizationChanges,
  ) {
    const repeats = new RepeatFolding(known);
    this.writer = new UnitsWriter(source);
    const out = { writer: this.writer, changes };
    this.words = new WordReading(source, known, repeats, this.links, out);
    this.parts = new PartReading(source, known, repeats, this.words, out);
    this.spelled = new SpelledOut(source, known, this.links, out);
    this.foreign = new ForeignLetters(source, known, repeats, changes);
  }

  run(text: string, mostlyLatin: boolean): void {
    const { source, writer } = this;
    const { units, length } = source;
    writer.length = 0;
    this.links.open(text);
    this.spelled.open(text);
    this.foreign.mostlyLatin = mostlyLatin;
    for (let at = 0; at < length;) {
      const kind = kinds[units[at] as number];
      if (kind === Kind.LETTER) at = this.readWord(at);
      else if (kind === Kind.DIGIT) at = this.readNumber(at);
      else if (kind === Kind.SIGN && this.beginsPart(at)) at = this.readPart(at);
      else writer.keep(at, ++at);
    }
    source.length = writer.length;
  }

  private readWord(start: number): number {
    const { units, length } = this.source;
    let end = start;
    let before = 0;
    let run = 0;
    let drawnOut = false;
    let beyondAscii = 0;
    for (; end < length; end++) {
      const unit = units[end] as number;
      if (kinds[unit] !== Kind.LETTER) break;
      beyondAscii |= unit;
      run = unit === before ? run + 1 : 0;
      if (run > 1) drawnOut = true;
      before = unit;
    }
    if (end === start + 1 && units[start - 1] !== APOSTROPHE) {
      const after = this.spelled.read(start);
      if (after > start) return after;
    }
    if (this.goesOn(end)) return this.readPart(start);
    if (beyondAscii > 127) {
      this.foreign.resolve(start, end);
      this.words.readNew(start, end);
    } else this.words.read(start, end, drawnOut);
    return end;
  }

  /** Whether a word goes on behind its letters, with digits and signs that are more than closing punctuation. */
  private goesOn(end: number): boolean {
    const { units, length } = this.source;
    let at = end;
    for (; at < length; at++) {
      if (this.isSolid(at)) return true;
      if (!isInPart(kinds[units[at] as number])) break;
    }
    const sign = units[end];
    if (at === end || sign === STAR || sign === HASH) return at > end;
    const isDash = sign === HYPHEN || sign === LOW_LINE;
    return units[at - 1] === PLUS || (isDash && at > end + 1 && units[end + 1] === sign);
  }

  private readNumber(start: number): number {
    const { units, length } = this.source;
    let end = start + 1;
    while (end < length && kinds[units[end] as number] === Kind.DIGIT) end++;
    if (end === start + 1) {
      const after = this.spelled.read(start);
      if (after > start) return after;
    }
    if (this.goesOn(end)) return this.readPart(start);
    this.writer.keep(start, end);
    return end;
  }

  /** `@name`, `$hit`, `$5` and `|diot` begin a part; a sign by itself or behind a word is just that. */
  private beginsPart(at: number): boolean {
    const { units } = this.source;
    const before = at === 0 ? Kind.SPACE : kinds[units[at - 1] as number];
    if (isSoftSign(units[at] as number)) return before === Kind.SPACE && this.isSolid(at + 1);
    return this.isSolid(at + 1) || (this.isSolid(at + 2) && isSoftSign(units[at + 1] as number));
  }

  private isSolid(at: number): boolean {
    if (at >= this.source.length) return false;
    const unit = this.source.units[at] as number;
    return kinds[unit] === Kind.LETTER || kinds[unit] === Kind.DIGIT || isOuterSign(unit);
  }

  private readPart(start: number): number {
    const { units, starts, length } = this.source;
    let end = start;
    while (end < length && isInPart(kinds[units[end] as number])) end++;
    if (this.links.has(starts[start] as number)) this.writer.keep(start, end);
    else {
      this.resolveForeign(start, end);
      this.parts.read(start, end);
    }
    return end;
  }

  private resolveForeign(start: number, end: number): void {
    const { units } = this.source;
    for (let at = start; at < end; at++) {
      if ((units[at] as number) < 128 || kinds[units[at] as number] !== Kind.LETTER) continue;
      let from = at;
      while (from > start && kinds[units[from - 1] as number] === Kind.LETTER) from--;
      while (at < end && kinds[units[at] as number] === Kind.LETTER) at++;
      this.foreign.resolve(from, at);
    }
  }
}

const isInPart = (kind: number | undefined): boolean =>
  kind === Kind.LETTER ||
  kind === Kind.DIGIT ||
  kind === Kind.SIGN ||
  kind === Kind.MASK ||
  kind === Kind.JOINER;
