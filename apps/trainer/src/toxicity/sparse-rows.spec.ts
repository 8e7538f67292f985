import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SparseRows, SparseRowsBuilder } from './sparse-rows.js';

const SIZE = 16;

function build(texts: readonly Int32Array[], size = SIZE): SparseRows {
  const builder = new SparseRowsBuilder(size);
  for (const hashes of texts) builder.add(hashes, hashes.length);
  return builder.build();
}

/** The buckets of each row, in the order in which they came, with how often. */
function rowsOf({ offsets, buckets, counts }: SparseRows): [number, number][][] {
  return Array.from(offsets.subarray(1), (to, row) =>
    Array.from(buckets.subarray(offsets[row], to), (bucket, at): [number, number] => [
      bucket,
      counts[(offsets[row] as number) + at] as number,
    ]),
  );
}

function naive(hashes: Int32Array): [number, number][] {
  const counts = new Map<number, number>();
  for (const hash of hashes)
    counts.set(hash & (SIZE - 1), (counts.get(hash & (SIZE - 1)) ?? 0) + 1);
  return [...counts];
}

describe('SparseRowsBuilder', () => {
  it('counts the buckets of every row by themselves', () => {
    const text = fc.array(fc.integer(), { maxLength: 40 }).map((list) => Int32Array.from(list));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        expect(rowsOf(build(texts))).toEqual(texts.map(naive));
      }),
      { numRuns: 30 },
    );
  });

  it('counts up to 255', () => {
    expect(rowsOf(build([new Int32Array(255).fill(3), new Int32Array(300).fill(3)]))).toEqual([
      [[3, 255]],
      [[3, 255]],
    ]);
  });

  it('takes so many hashes as it is told to', () => {
    const builder = new SparseRowsBuilder(SIZE);
    builder.add(Int32Array.of(1, 2, 3), 2);
    expect(rowsOf(builder.build())).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
    ]);
  });

  it('keeps all rows when it grows', () => {
    const size = 2 ** 22;
    const many = Int32Array.from({ length: size - 10 }, (_, index) => index);
    const { offsets, buckets, counts } = build(
      [many, Int32Array.from({ length: 20 }, () => 7), many],
      size,
    );
    expect([...offsets]).toEqual([0, size - 10, size - 9, 2 * size - 19]);
    expect(buckets[size - 11]).toBe(size - 11);
    expect([buckets[size - 10], counts[size - 10]]).toEqual([7, 20]);
    expect(buckets.at(-1)).toBe(size - 11);
  });
});
