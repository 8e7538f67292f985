import { hashEnd, HASH_SEED, hashStep } from '../normalize/hash-units.js';
import type { NormalizedText } from '../normalize/normalizer.js';
import { LONGEST_WORD, type TokenBuffer } from './token-buffer.js';
import { WORD } from './unit-kinds.js';

/** Salts keep a word, a pair that hashes alike and a piece of a word apart. */
const PAIR_SALT = 0x51ed270b;
const TRIPLE_SALT = 0x2f0b4f3d;
const PIECE_SALT = HASH_SEED ^ 0x6c62272e;
const BOUNDARY = 0x5f;
/** Characters in a piece of a word, its boundaries counted. */
const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 5;

const combine = (first: number, second: number): number =>
  Math.imul(first, 0x01000193) ^ Math.imul(second ^ (second >>> 15), 0x85ebca6b);

/** What the n-gram of two tokens hashes to. */
export const pairHash = (first: number, second: number): number =>
  hashEnd(combine(first ^ PAIR_SALT, second));

/** What the n-gram of three tokens hashes to. */
const tripleHash = (first: number, second: number, third: number): number =>
  hashEnd(combine(combine(first ^ TRIPLE_SALT, second), third));

/** 32-bit hashes of the features of one text, with repetitions. The buffer is reused. */
export class GramBuffer {
  hashes = new Int32Array(0);
  count = 0;
  /** Where the pieces of each token begin among the hashes, and where they end: explanations go by them. */
  pieceStarts = new Int32Array(0);
  pieceEnds = new Int32Array(0);
  private readonly window = new Uint16Array(LONGEST_WORD + 2);

  clear(): void {
    this.count = 0;
  }

  push(hash: number): void {
    if (this.count === this.hashes.length) this.grow();
    this.hashes[this.count++] = hash;
  }

  /** Words and signs, up to `longest` (2 or 3) in a row, and the pieces of words. */
  addTokens(text: NormalizedText, tokens: TokenBuffer, longest: number): void {
    const { hashes, count } = tokens;
    this.reserveTokens(count);
    for (let index = 0; index < count; index++) {
      const hash = hashes[index] as number;
      this.push(hash);
      if (index > 0) this.push(pairHash(hashes[index - 1] as number, hash));
      if (index > 1 && longest > 2) {
        this.push(tripleHash(hashes[index - 2] as number, hashes[index - 1] as number, hash));
      }
      this.pieceStarts[index] = this.count;
      this.addPieces(text.units, tokens, index);
      this.pieceEnds[index] = this.count;
    }
  }

  /** The pieces of one token, from two to five characters, with `_` for where it begins and ends. */
  addPieces(units: Uint16Array, tokens: TokenBuffer, index: number): void {
    const start = tokens.starts[index] as number;
    const length = Math.min(LONGEST_WORD, (tokens.ends[index] as number) - start);
    if (tokens.kinds[index] !== WORD) return;
    const { window } = this;
    window[0] = BOUNDARY;
    for (let at = 0; at < length; at++) window[at + 1] = units[start + at] as number;
    window[length + 1] = BOUNDARY;
    const total = length + 2;
    if (this.count + total * 4 > this.hashes.length) this.grow();
    const { hashes } = this;
    let count = this.count;
    for (let from = 0; from + SHORTEST_PIECE <= total; from++) {
      const to = Math.min(total, from + LONGEST_PIECE);
      let hash = hashStep(PIECE_SALT, window[from] as number);
      for (let at = from + 1; at < to; at++) {
        hash = hashStep(hash, window[at] as number);
        hashes[count++] = hashEnd(hash);
      }
    }
    this.count = count;
  }

  private reserveTokens(count: number): void {
    if (count <= this.pieceStarts.length) return;
    this.pieceStarts = new Int32Array(count * 2);
    this.pieceEnds = new Int32Array(count * 2);
  }

  private grow(): void {
    const larger = new Int32Array(Math.max(4096, this.hashes.length * 2));
    larger.set(this.hashes.subarray(0, this.count));
    this.hashes = larger;
  }
}
