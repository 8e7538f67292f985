/** The features of many texts, one after another. */
export interface SparseRows {
  /** Where each row begins; one more entry than rows. */
  offsets: Int32Array;
  buckets: Int32Array;
  /** How often each occurs, at most 255. */
  counts: Uint8Array;
}

/** Gathers rows of hashed features. */
export class SparseRowsBuilder {
  private buckets = new Int32Array(1 << 22);
  private counts = new Uint8Array(1 << 22);
  private length = 0;
  private readonly offsets: number[] = [0];
  private readonly seen: Int32Array;
  private readonly mask: number;

  /** `size`: the number of buckets, a power of two. */
  constructor(size: number) {
    this.mask = size - 1;
    this.seen = new Int32Array(size).fill(-1);
  }

  /** Adds one text, given as hashes with repetitions. */
  add(hashes: Int32Array, count: number): void {
    this.reserve(count);
    const { buckets, counts, seen, mask } = this;
    const start = this.length;
    for (let index = 0; index < count; index++) {
      const bucket = (hashes[index] as number) & mask;
      const at = seen[bucket] as number;
      if (at >= start) counts[at] = Math.min(255, (counts[at] as number) + 1);
      else {
        seen[bucket] = this.length;
        buckets[this.length] = bucket;
        counts[this.length++] = 1;
      }
    }
    this.offsets.push(this.length);
  }

  build(): SparseRows {
    return {
      offsets: Int32Array.from(this.offsets),
      buckets: this.buckets.subarray(0, this.length),
      counts: this.counts.subarray(0, this.length),
    };
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buckets.length) return;
    const buckets = new Int32Array(this.buckets.length * 2 + more);
    const counts = new Uint8Array(buckets.length);
    buckets.set(this.buckets);
    counts.set(this.counts);
    this.buckets = buckets;
    this.counts = counts;
  }
}
