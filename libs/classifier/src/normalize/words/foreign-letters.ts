import { Candidate } from './candidate.js';
import type { NormalizationChanges } from '../changes.js';
import { FREE_LIKENESS, LATIN, scripts } from '../characters/code-points.js';
import type { KnownWords } from './known-words.js';
import type { RepeatFolding } from './repeats.js';
import type { TextUnits } from '../text-units.js';

/** What a word with letters beyond ASCII is made of. */
interface Makeup {
  ascii: number;
  accented: number;
  foreign: number;
  script: number;
  scriptsMixed: boolean;
  /** Letters that look like no Latin one, and such as do so only with good will. */
  unlike: number;
  free: number;
}

/** Reads words in letters that look like others: in place, for each letter stands for one. */
export class ForeignLetters {
  private readonly reading = new Candidate();
  private readonly makeup: Makeup = {
    ...{ ascii: 0, accented: 0, foreign: 0, script: 0, scriptsMixed: false, unlike: 0, free: 0 },
  };
  /** Whether most letters of the text are Latin; set for each text. */
  mostlyLatin = true;

  constructor(
    private readonly source: TextUnits,
    private readonly known: KnownWords,
    private readonly repeats: RepeatFolding,
    private readonly changes: NormalizationChanges,
  ) {}

  /** Replaces look-alikes in the letters from `start` to `end`, if the word is a disguise. */
  resolve(start: number, end: number): void {
    if (!this.reading.take(this.source, start, end)) return;
    this.analyze(start, end);
    this.readAsLatin(start, end);
    if (!this.isDisguise(start, end)) return;
    const { units, likenesses } = this.source;
    for (let at = start; at < end; at++) {
      const letter = (likenesses[at] as number) & ~FREE_LIKENESS;
      if ((units[at] as number) < 128 || letter === 0) continue;
      units[at] = letter;
      this.changes.lookAlikes++;
    }
  }

  private analyze(start: number, end: number): void {
    const { units, likenesses } = this.source;
    const made = this.makeup;
    made.ascii = made.accented = made.foreign = made.script = made.unlike = made.free = 0;
    made.scriptsMixed = false;
    for (let at = start; at < end; at++) {
      const unit = units[at] as number;
      const script = scripts[unit] as number;
      if (unit < 128) made.ascii++;
      else if (script === LATIN) made.accented++;
      else {
        made.foreign++;
        if (made.script > 0 && made.script !== script) made.scriptsMixed = true;
        made.script = script;
      }
      if (unit < 128) continue;
      if (likenesses[at] === 0) made.unlike++;
      else if ((likenesses[at] as number) >= FREE_LIKENESS) made.free++;
    }
  }

  private readAsLatin(start: number, end: number): void {
    const { units, likenesses } = this.source;
    this.reading.clear();
    for (let at = start; at < end && this.reading.length < this.reading.letters.length; at++) {
      const unit = units[at] as number;
      const letter = unit < 128 ? 0 : (likenesses[at] as number) & ~FREE_LIKENESS;
      this.reading.add(letter === 0 ? unit : letter, at, at + 1);
    }
  }

  private isDisguise(start: number, end: number): boolean {
    const { ascii, accented, foreign, scriptsMixed, unlike, free } = this.makeup;
    const { letters, length } = this.reading;
    if (unlike > 0 || this.known.commonness(this.source.units, start, end) > 0) return false;
    const isKnown = (): boolean => length > 2 && this.known.commonness(letters, 0, length) > 0;
    // One accent is spelling; several may be a disguise. `año` is no odd way to write `ano`.
    if (foreign === 0) return this.repeats.toOffensive(this.reading) || (accented > 1 && isKnown());
    if (ascii + accented > 0 || scriptsMixed) {
      return free === 0 || isKnown() || this.repeats.toOffensive(this.reading);
    }
    // All of one script: a word of that script, but for an offense in Latin look-alikes amid Latin text.
    return this.mostlyLatin && free === 0 && this.repeats.toOffensive(this.reading);
  }
}
