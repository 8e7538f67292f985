import { Candidate } from './candidate.js';
import type { NormalizationChanges } from '../changes.js';
import type { KnownWords } from './known-words.js';
import type { Links } from './links.js';
import { RepeatFolding } from './repeats.js';
import type { TextUnits } from '../text-units.js';
import type { UnitsWriter } from './units-writer.js';

const SHORTEST_READ = 4;

/** Reads words that are nothing but letters: most are known and stay as they are. */
export class WordReading {
  private readonly word = new Candidate();

  constructor(
    private readonly source: TextUnits,
    private readonly known: KnownWords,
    private readonly repeats: RepeatFolding,
    private readonly links: Links,
    private readonly out: { writer: UnitsWriter; changes: NormalizationChanges },
  ) {}

  /** Writes the word from `start` to `end`; `drawnOut` says whether a letter is there three times in a row. */
  read(start: number, end: number, drawnOut: boolean): void {
    if (drawnOut || end - start >= SHORTEST_READ) {
      const common = this.known.commonness(this.source.units, start, end);
      if ((drawnOut || common === 0) && this.readOdd(start, end, drawnOut, common)) return;
    }
    this.out.writer.keep(start, end);
  }

  /** The same, for a word that nobody has looked at yet. */
  readNew(start: number, end: number): void {
    this.read(start, end, RepeatFolding.isDrawnOut(this.source.units, start, end));
  }

  private readOdd(start: number, end: number, drawnOut: boolean, common: number): boolean {
    const { source, word } = this;
    if (this.known.lexicon.has(source.units, start, end)) return false;
    if (this.links.has(source.starts[start] as number) || !word.take(source, start, end)) {
      return false;
    }
    if (drawnOut) return this.repeats.toKnown(word, common) && this.writeFolded();
    if (this.repeats.toOffensive(word) && word.length >= SHORTEST_READ) return this.writeFolded();
    return this.readSwapped(start, end);
  }

  private writeFolded(): boolean {
    this.out.writer.write(this.word);
    this.out.changes.repeats++;
    return true;
  }

  private readSwapped(start: number, end: number): boolean {
    const { word, source } = this;
    const meant = this.known.lexicon.unswapped(source.units, start, end);
    if (meant?.length !== end - start) return false;
    word.take(source, start, end);
    this.out.writer.write(word, meant);
    this.out.changes.swaps++;
    return true;
  }
}
