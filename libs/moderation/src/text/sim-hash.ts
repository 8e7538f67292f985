import { type Hash64, mix32 } from './hash64.js';

/** Letters in a gram, chosen by measurement: see `text-fingerprint.ts`. */
const GRAM = 4;
/** Enough planes to count to 2^17, more than there are letters in a comment. */
const PLANES = 17;

/**
 * Counts, for each of 32 bit positions, how many hashes have it set. The counters stand upright: plane `p` holds bit `p`
 * of all 32 counters, so that adding a hash touches two planes on average instead of 32 counters.
 */
class BitCounters {
  private readonly planes = new Int32Array(PLANES);

  add(hash: number): void {
    const { planes } = this;
    let carry = hash | 0;
    for (let plane = 0; carry !== 0 && plane < PLANES; plane++) {
      const before = planes[plane] as number;
      planes[plane] = before ^ carry;
      carry &= before;
    }
  }

  /** The positions that more than half of `total` hashes had set. */
  majority(total: number): number {
    let result = 0;
    for (let bit = 0; bit < 32; bit++) {
      let count = 0;
      for (let plane = PLANES - 1; plane >= 0; plane--) {
        count = count * 2 + (((this.planes[plane] as number) >>> bit) & 1);
      }
      if (count * 2 > total) result |= 1 << bit;
    }
    return result;
  }
}

/** SimHash (Charikar 2002) over the overlapping grams of a text, which must have at least one gram. */
export function simHash64(letters: Uint16Array): Hash64 {
  const high = new BitCounters();
  const low = new BitCounters();
  const grams = letters.length - GRAM + 1;
  for (let start = 0; start < grams; start++) {
    let hash = 0x2545f491;
    for (let offset = 0; offset < GRAM; offset++) {
      hash = Math.imul(hash ^ (letters[start + offset] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    high.add(mix32(hash));
    low.add(mix32(hash ^ 0x5bd1e995));
  }
  return { high: high.majority(grams), low: low.majority(grams) };
}
