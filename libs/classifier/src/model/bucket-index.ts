/** How many bits of a 32-bit number are set (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Leads from a million buckets, of which most are empty, to the rows of a table without holes. The bits stay in the processor's
 * cache, which a table with holes would not.
 */
export class BucketIndex {
  /** How many buckets are in use. */
  readonly rows: number;
  /** Of each 32 buckets two numbers: a bit for each one in use, and how many are in use before them. */
  readonly groups: Int32Array;

  /** `used`: one bit a bucket, their number a power of two. */
  constructor(used: Int32Array) {
    const size = used.length * 32;
    if (size === 0 || (size & (size - 1)) !== 0) {
      throw new RangeError('An index has a power of two of buckets, and 32 at least.');
    }
    this.groups = new Int32Array(used.length * 2);
    let rows = 0;
    for (let group = 0; group < used.length; group++) {
      const bits = used[group] as number;
      this.groups[group * 2] = bits;
      this.groups[group * 2 + 1] = rows;
      rows += countBits(bits);
    }
    this.rows = rows;
  }

  /** The row of the bucket that a hash falls into, -1 if it is empty. */
  rowOf(hash: number): number {
    const { groups } = this;
    const group = (hash >> 4) & (groups.length - 2);
    const bits = groups[group] as number;
    const bit = 1 << (hash & 31);
    if ((bits & bit) === 0) return -1;
    return (groups[group + 1] as number) + countBits(bits & (bit - 1));
  }
}

/** The bits of an index, given whether each bucket is in use. */
export function usedBits(size: number, isUsed: (bucket: number) => boolean): Int32Array {
  const used = new Int32Array(Math.ceil(size / 32));
  for (let bucket = 0; bucket < size; bucket++) {
    if (isUsed(bucket)) used[bucket >> 5] = (used[bucket >> 5] as number) | (1 << (bucket & 31));
  }
  return used;
}
