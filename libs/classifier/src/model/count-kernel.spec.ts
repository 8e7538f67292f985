import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BucketIndex, usedBits } from './bucket-index.js';
import { CountKernel, MOST_TIMES } from './count-kernel.js';

const BUCKETS = 64;
const LANES = 8;

/** Sums for the first time that a row comes, the second and so on, word for word what the documentation says. */
function naive(used: number[], rows: Int8Array, hashes: number[]): number[][] {
  const times = new Map<number, number>();
  const sums: number[][] = [];
  for (const hash of hashes) {
    const row = used.indexOf(hash & (BUCKETS - 1));
    if (row < 0) continue;
    const before = times.get(row) ?? 0;
    times.set(row, before + 1);
    const sum = (sums[before] ??= Array<number>(LANES).fill(0));
    rows.subarray(row * LANES, (row + 1) * LANES).forEach((number, lane) => {
      sum[lane] = (sum[lane] as number) + (lane === 0 ? number * number : number);
    });
  }
  return sums;
}

function counted(kernel: CountKernel, hashes: number[]): number[][] {
  const most = kernel.count(Int32Array.from(hashes), hashes.length);
  return Array.from({ length: most }, (_, time) => [
    ...kernel.sums.subarray((time + 1) * LANES, (time + 2) * LANES),
  ]);
}

const kernelOf = (used: number[], rows: Int8Array): CountKernel =>
  new CountKernel(new BucketIndex(usedBits(BUCKETS, (bucket) => used.includes(bucket))), rows);

/** Few enough that many of them meet. */
const hash = fc.oneof(fc.integer(), fc.integer({ min: 0, max: 9 }));
const given = fc
  .uniqueArray(fc.integer({ min: 0, max: BUCKETS - 1 }), { maxLength: BUCKETS })
  .map((used) => used.sort((one, other) => one - other))
  .chain((used) =>
    fc.record({
      used: fc.constant(used),
      rows: fc.int8Array({ minLength: used.length * LANES, maxLength: used.length * LANES }),
      texts: fc.array(fc.array(hash, { minLength: 1, maxLength: 60 }), { maxLength: 4 }),
    }),
  );

it('gives what the definition gives, one text after another', () => {
  fc.assert(
    fc.property(given, ({ used, rows, texts }) => {
      const kernel = kernelOf(used, rows);
      for (const hashes of texts) {
        expect(counted(kernel, hashes)).toEqual(naive(used, rows, hashes));
      }
    }),
  );
});

it('tells no more times apart than it has room for, and forgets them all', () => {
  const rows = Int8Array.of(-3, 1, 2, 3, 4, 5, 6, -128);
  const kernel = kernelOf([7], rows);
  const once = [9, 1, 2, 3, 4, 5, 6, -128];
  expect(counted(kernel, Array<number>(3 * MOST_TIMES).fill(7))).toEqual(
    Array<number[]>(MOST_TIMES).fill(once),
  );
  expect(counted(kernel, [7])).toEqual([once]);
  expect(counted(kernel, [8])).toEqual([]);
});

it('reads more hashes than a page of memory holds', () => {
  const kernel = kernelOf([7, 9], new Int8Array(2 * LANES).fill(1));
  const many = [...Array<number>(50_000).fill(8), 7, 9];
  expect(counted(kernel, many)).toEqual([Array<number>(LANES).fill(2)]);
});
