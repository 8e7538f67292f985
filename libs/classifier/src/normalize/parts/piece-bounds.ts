import { Kind, kinds } from '../kinds.js';
import type { TextUnits } from '../text-units.js';

const AT_SIGN = 64;
const DOLLAR = 36;
export const MOST_PIECES = 6;
const WIDEST_GAP = 12;

/** Signs of money and `@` are parts of words at either end, too; the others only between letters. */
export const isOuterSign = (unit: number): boolean =>
  unit === AT_SIGN || unit === DOLLAR || (unit > 128 && unit !== 0xa1 && kinds[unit] === Kind.SIGN);

/** Signs that are punctuation as often as letters: `!`, `|`, `+`, `(`, `¡`. */
export const isSoftSign = (unit: number): boolean =>
  kinds[unit] === Kind.SIGN && !isOuterSign(unit);

/** Takes a stretch without spaces apart into the pieces that its signs leave. */
export class PieceBounds {
  readonly starts = new Int32Array(MOST_PIECES);
  readonly ends = new Int32Array(MOST_PIECES);
  count = 0;

  constructor(private readonly source: TextUnits) {}

  /** Finds the piece at `start` and those that follow it before `limit`, as many as may make one word. */
  find(start: number, limit: number): void {
    this.count = 0;
    for (let at = start; this.count < MOST_PIECES;) {
      const end = this.endOfPiece(at, limit);
      if (end === at) return;
      this.starts[this.count] = at;
      this.ends[this.count++] = end;
      at = end;
      while (at < limit && at - end < WIDEST_GAP && !this.isInPiece(at, at, limit)) at++;
      if (at >= limit) return;
    }
  }

  private endOfPiece(start: number, limit: number): number {
    let at = start;
    while (at < limit && this.isInPiece(at, start, limit)) at++;
    return at;
  }

  private isInPiece(at: number, start: number, limit: number): boolean {
    const unit = this.source.units[at] as number;
    const kind = kinds[unit];
    if (kind === Kind.LETTER || kind === Kind.DIGIT) return true;
    if (kind !== Kind.SIGN) return false;
    if (isOuterSign(unit)) return true;
    if (at === start) return false;
    // `sh!+head` has two in a row.
    return (
      this.isSolid(at + 1, limit) || (this.isSign(at + 1, limit) && this.isSolid(at + 2, limit))
    );
  }

  private isSolid(at: number, limit: number): boolean {
    if (at >= limit) return false;
    const unit = this.source.units[at] as number;
    const kind = kinds[unit];
    return kind === Kind.LETTER || kind === Kind.DIGIT || isOuterSign(unit);
  }

  private isSign(at: number, limit: number): boolean {
    return at < limit && kinds[this.source.units[at] as number] === Kind.SIGN;
  }
}
