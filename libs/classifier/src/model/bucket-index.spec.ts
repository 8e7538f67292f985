import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BucketIndex, usedBits } from './bucket-index.js';

const SIZE = 128;
const indexOf = (buckets: ReadonlySet<number>, size = SIZE): BucketIndex =>
  new BucketIndex(usedBits(size, (bucket) => buckets.has(bucket)));

describe('BucketIndex', () => {
  it('numbers the buckets in use in their order, and no others', () => {
    const anyBuckets = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { maxLength: SIZE });
    fc.assert(
      fc.property(anyBuckets, (buckets) => {
        const index = indexOf(new Set(buckets));
        const ordered = buckets.toSorted((one, other) => one - other);
        expect(index.rows).toBe(buckets.length);
        for (let bucket = 0; bucket < SIZE; bucket++) {
          expect(index.rowOf(bucket)).toBe(ordered.indexOf(bucket));
        }
      }),
    );
  });

  it('numbers all buckets where all are in use', () => {
    const index = indexOf(new Set(Array(SIZE).keys()));
    expect(Array.from({ length: SIZE }, (_, bucket) => index.rowOf(bucket))).toEqual([
      ...Array(SIZE).keys(),
    ]);
  });

  it.each([5, 5 + SIZE, 5 - SIZE, 5 | -(2 ** 31)])(
    'finds the bucket of the hash %i by its last bits',
    (hash) => {
      expect(indexOf(new Set([2, 5])).rowOf(hash)).toBe(1);
    },
  );

  it.each([0, 3, 6])('refuses %i groups of 32 buckets', (groups) => {
    expect(() => new BucketIndex(new Int32Array(groups))).toThrow('power of two');
  });
});
