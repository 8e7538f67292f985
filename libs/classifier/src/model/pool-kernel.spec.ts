import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PoolKernel } from './pool-kernel.js';

const ROWS = 5;

/** Word for word what the documentation says. */
function naive(table: Int8Array, filters: number, rows: number[]): number[] {
  const said = (row: number | undefined, position: number, filter: number): number =>
    table[((row as number) * 3 + position) * filters + filter] as number;
  return Array.from({ length: filters }, (_, filter) =>
    Math.max(
      ...rows
        .slice(2)
        .map(
          (right, at) =>
            said(rows[at], 0, filter) + said(rows[at + 1], 1, filter) + said(right, 2, filter),
        ),
    ),
  );
}

const row = fc.integer({ min: 0, max: ROWS - 1 });
const given = fc.integer({ min: 1, max: 20 }).chain((filters) =>
  fc.record({
    filters: fc.constant(filters),
    table: fc.int8Array({ minLength: ROWS * 3 * filters, maxLength: ROWS * 3 * filters }),
    texts: fc.array(fc.array(row, { minLength: 3, maxLength: 12 }), { maxLength: 3 }),
  }),
);

function pooled(kernel: PoolKernel, rows: number[]): Int32Array {
  const tokens = rows.length - 2;
  kernel.rowsOf(tokens).set(rows.map((one) => one * kernel.width));
  return kernel.pool(tokens);
}

it('gives what the definition gives for any number of filters, one text after another', () => {
  fc.assert(
    fc.property(given, ({ filters, table, texts }) => {
      const kernel = new PoolKernel(table, filters);
      for (const rows of texts) {
        expect([...pooled(kernel, rows).subarray(0, filters)]).toEqual(naive(table, filters, rows));
      }
    }),
  );
});

it.each([127, -128])('takes three times %i', (most) => {
  const kernel = new PoolKernel(new Int8Array(ROWS * 3).fill(most), 1);
  expect(pooled(kernel, [0, 1, 2, 0])[0]).toBe(3 * most);
});

it('finds the one place in a long text', () => {
  const table = new Int8Array(ROWS * 3);
  table.set([1, 20, 50], 2 * 3);
  const rows = Array<number>(100_000).fill(1);
  rows.splice(70_000, 3, 2, 2, 2);
  expect(pooled(new PoolKernel(table, 1), rows)[0]).toBe(71);
});
