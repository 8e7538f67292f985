import { comparableText } from './text/comparable-text.js';
import { type Hash64, hash64, signed64 } from './text/hash64.js';
import { simHash64 } from './text/sim-hash.js';

/** What two texts are compared by, without keeping the texts side by side. */
export interface TextFingerprint {
  /** Signed 64-bit hash; equal for texts that differ in case, accents, punctuation and spaces only. */
  textHash: bigint;
  /** Signed 64-bit SimHash: near texts differ in few bits; `null` for texts too short to compare. */
  simHash: bigint | null;
  /** The 16-bit pieces of the SimHash, each as `index << 16 | value`, for a GIN index over `int[]`; empty without a SimHash. */
  bands: number[];
}

/** Below this, in Latin letters, one changed word changes a third of the text and a SimHash says nothing. */
const SIMHASH_MINIMUM_WEIGHT = 40;

/**
 * The most bits of 64 in which near duplicates differ.
 *
 * Measured on campaign texts of 40 to 400 letters: within 8 bits fall all copies with other emoji and numbers, 85 to 90%
 * of those with a typo, another link, a greeting or a signature, and 60 to 70% of those with a replaced word. Among 43
 * million pairs of comments, all within 8 bits were filled-in forms of one text. Grams of 4 letters: of 3 find a little
 * more, but long comments that have nothing in common come within 8 bits; word pairs find nothing in Chinese.
 *
 * The four bands find every pair up to 3 bits apart, and about three in four of those up to 8. Eight overlapping bands
 * would find nine in ten at twice the index, and a campaign needs only some of its copies found.
 */
export const NEAR_DUPLICATE_BITS = 8;

function bandsOf({ high, low }: Hash64): number[] {
  const pieces = [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff];
  return pieces.map((piece, index) => (index << 16) | piece);
}

/** The fingerprint of a comment's body, under 0.02 ms for 500 characters; stored, so that a change of it needs a migration. */
export function fingerprint(body: string): TextFingerprint {
  const { all, letters, weight } = comparableText(body);
  const textHash = signed64(hash64(all));
  if (weight < SIMHASH_MINIMUM_WEIGHT) return { textHash, simHash: null, bands: [] };
  const simHash = simHash64(letters);
  return { textHash, simHash: signed64(simHash), bands: bandsOf(simHash) };
}

function bitCount(value: number): number {
  let count = value - ((value >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** In how many of 64 bits two SimHashes differ, 0 to 64. */
export function hammingDistance(a: bigint, b: bigint): number {
  const difference = a ^ b;
  const high = Number(BigInt.asIntN(32, difference >> 32n));
  return bitCount(high) + bitCount(Number(BigInt.asIntN(32, difference)));
}

/** Whether two SimHashes are those of near duplicates, at most `NEAR_DUPLICATE_BITS` apart. */
export function isNearDuplicate(a: bigint, b: bigint): boolean {
  return hammingDistance(a, b) <= NEAR_DUPLICATE_BITS;
}
