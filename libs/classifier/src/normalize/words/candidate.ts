import type { TextUnits } from '../text-units.js';

/** No word that is looked up is longer. */
export const LONGEST_WORD = 40;

/** A reading of a piece of the text: each letter with the units of the source that it stands for. */
export class Candidate {
  readonly letters = new Uint16Array(LONGEST_WORD);
  /** First unit of the source, and the one after the last. */
  readonly from = new Int32Array(LONGEST_WORD);
  readonly to = new Int32Array(LONGEST_WORD);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  add(letter: number, from: number, to: number): void {
    const at = this.length++;
    this.letters[at] = letter;
    this.from[at] = from;
    this.to[at] = to;
  }

  /**
   * Takes the units of the source from `start` to `end`, three at most of one letter in a row; returns whether they fit.
   */
  take({ units }: TextUnits, start: number, end: number): boolean {
    this.length = 0;
    for (let at = start; at < end; at++) {
      const { length } = this;
      const unit = units[at] as number;
      if (
        at >= start + 3 &&
        unit === units[at - 1] &&
        unit === units[at - 2] &&
        unit === units[at - 3]
      ) {
        this.to[length - 1] = at + 1;
        continue;
      }
      if (length === LONGEST_WORD) return false;
      this.add(unit, at, at + 1);
    }
    return true;
  }

  copy(other: Candidate): void {
    this.length = other.length;
    this.letters.set(other.letters);
    this.from.set(other.from);
    this.to.set(other.to);
  }
}
