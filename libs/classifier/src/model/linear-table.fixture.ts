import { usedBits } from './bucket-index.js';
import { type LinearTable, OUTPUT_COUNT, STRIDE } from './linear-table.js';

/** A table of so many buckets with the `STRIDE` numbers of those in use, which count and weigh steps of 1. */
export function linearTable(
  size: number,
  rows: ReadonlyMap<number, ArrayLike<number>>,
  steps: ArrayLike<number> = new Float32Array(STRIDE).fill(1),
): LinearTable {
  const buckets = [...rows.keys()].sort((one, other) => one - other);
  const weights = new Int8Array(buckets.length * STRIDE);
  buckets.forEach((bucket, row) => weights.set(rows.get(bucket) ?? [], row * STRIDE));
  return {
    ...{ used: usedBits(size, (bucket) => rows.has(bucket)), weights },
    ...{ steps: Float32Array.from(steps), intercepts: new Float32Array(OUTPUT_COUNT) },
  };
}
