import { hashEnd, HASH_SEED, hashStep } from '../normalize/hash-units.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import { DENSE, SIGN, SPACE, unitKinds, WORD } from './unit-kinds.js';

/** Longer words are compared by their beginning: what follows is noise, or an attempt to cost time. */
export const LONGEST_WORD = 24;
/** A row of the same sign says no more than three of it. */
const LONGEST_ROW = 3;
const APOSTROPHE = 0x27;

/** The tokens of one text: words with their inner apostrophes, single Han and kana, rows of the same sign. Buffers are reused. */
export class TokenBuffer {
  count = 0;
  /** Offsets into the normalized units, and exclusive ends. */
  starts = new Int32Array(0);
  ends = new Int32Array(0);
  /** The 32-bit hash of what counts of the token, as `hashUnits` gives it. */
  hashes = new Int32Array(0);
  kinds = new Uint8Array(0);

  /** Cuts the units from `from` to `to` (exclusive) into tokens. Linear. */
  read(text: NormalizedText, from: number, to: number): void {
    this.reserve(to - from);
    this.count = 0;
    const { units } = text;
    let at = from;
    while (at < to) {
      const unit = units[at] as number;
      const kind = unitKinds[unit] as number;
      if (kind === SPACE) at++;
      else if (kind === WORD) at = this.readWord(units, at, to);
      else if (kind === DENSE) {
        this.push(at, at + 1, hashEnd(hashStep(HASH_SEED, unit)), DENSE);
        at++;
      } else at = this.readSigns(units, at, to);
    }
  }

  private readWord(units: Uint16Array, start: number, to: number): number {
    let hash = hashStep(HASH_SEED, units[start] as number);
    let at = start + 1;
    for (; at < to; at++) {
      const unit = units[at] as number;
      const inner =
        unit === APOSTROPHE && at + 1 < to && unitKinds[units[at + 1] as number] === WORD;
      if (unitKinds[unit] !== WORD && !inner) break;
      if (at - start < LONGEST_WORD) hash = hashStep(hash, unit);
    }
    this.push(start, at, hashEnd(hash), WORD);
    return at;
  }

  private readSigns(units: Uint16Array, start: number, to: number): number {
    const unit = units[start] as number;
    const isPair =
      (unit & 0xfc00) === 0xd800 &&
      start + 1 < to &&
      ((units[start + 1] as number) & 0xfc00) === 0xdc00;
    const width = isPair ? 2 : 1;
    const low = isPair ? (units[start + 1] as number) : 0;
    let at = start + width;
    while (
      at + width <= to &&
      units[at] === unit &&
      (width === 1 || (units[at + 1] as number) === low)
    ) {
      at += width;
    }
    const row = Math.min(LONGEST_ROW, (at - start) / width);
    let hash = HASH_SEED;
    for (let index = 0; index < row; index++) {
      hash = hashStep(hash, unit);
      if (isPair) hash = hashStep(hash, low);
    }
    this.push(start, at, hashEnd(hash), SIGN);
    return at;
  }

  private push(start: number, end: number, hash: number, kind: number): void {
    const index = this.count++;
    this.starts[index] = start;
    this.ends[index] = end;
    this.hashes[index] = hash;
    this.kinds[index] = kind;
  }

  private reserve(tokens: number): void {
    if (tokens <= this.starts.length) return;
    const capacity = Math.max(1024, tokens * 2);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.hashes = new Int32Array(capacity);
    this.kinds = new Uint8Array(capacity);
  }
}
