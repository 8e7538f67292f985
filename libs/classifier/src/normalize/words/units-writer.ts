import type { Candidate } from './candidate.js';
import type { TextUnits } from '../text-units.js';

const SPACE = 32;

/**
 * Writes the second pass's result over its source. That is safe because every reading takes at least one unit of the source
 * for each that it writes: the writer never overtakes the reader.
 */
export class UnitsWriter {
  length = 0;

  constructor(private readonly source: TextUnits) {}

  /** Keeps the units of the source from `start` to `end` as they are. */
  keep(start: number, end: number): void {
    const { units, starts, ends } = this.source;
    let at = this.length;
    this.length = at + end - start;
    if (at === start) return;
    for (let from = start; from < end; from++, at++) {
      units[at] = units[from] as number;
      starts[at] = starts[from] as number;
      ends[at] = ends[from] as number;
    }
  }

  /** Puts one space in place of the units from `start` to `end`. */
  space(start: number, end: number): void {
    this.put(SPACE, start, end);
  }

  /** Writes a reading; `spelling` gives other letters of the same number. */
  write({ letters, from, to, length }: Candidate, spelling: Uint16Array = letters): void {
    for (let at = 0; at < length; at++) {
      this.put(spelling[at] as number, from[at] as number, to[at] as number);
    }
  }

  private put(unit: number, start: number, end: number): void {
    const { units, starts, ends } = this.source;
    const first = starts[start] as number;
    const last = ends[end - 1] as number;
    const at = this.length++;
    units[at] = unit;
    starts[at] = first;
    ends[at] = last;
  }
}
