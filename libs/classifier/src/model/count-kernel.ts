import { type Code, i16x8, i32, i32x4, repeat, v128, when } from '../wasm/instructions.js';
import { Kernel } from '../wasm/kernel.js';
import { type Local, WasmFunction } from '../wasm/wasm-function.js';
import type { BucketIndex } from './bucket-index.js';

/** A row that comes more often counts as if it came so often. */
export const MOST_TIMES = 255;
/** Numbers in a row. */
const LANES = 8;
/** Bytes of a 32-bit number, and of sums over rows. */
const NUMBER = 4;
const SUMS = LANES * NUMBER;
/** Sums for each time that a row can come, and for what comes more often; the first are none, but hold how often one came. */
const RESULTS = (MOST_TIMES + 2) * LANES;
/** Bytes that a vector is best aligned to. */
const VECTOR = 16;

/** Where things are in the memory of the kernel, in bytes. */
interface CountLayout {
  /** How many groups of buckets the index has. */
  groups: number;
  groupsAt: number;
  /** How often each row has come, a byte for each; all zero between texts. */
  timesAt: number;
  rowsAt: number;
  /** Hashes to begin with; over those that are read already go the rows that they lead to. */
  hashesAt: number;
}

/**
 * Adds up the rows that hashes lead to, apart for the first time that a row comes, for the second and so on. What a row counts
 * for all its times is then the matter of a weight for each, and the loop has nothing to decide that a processor could guess wrong.
 */
export class CountKernel {
  private readonly kernel: Kernel;
  private most = 0;

  /** `rows`: eight numbers of eight bits each. */
  constructor(index: BucketIndex, rows: Int8Array) {
    const groupsAt = RESULTS * NUMBER;
    const timesAt = groupsAt + index.groups.byteLength;
    const rowsAt = Math.ceil((timesAt + index.rows) / VECTOR) * VECTOR;
    const hashesAt = rowsAt + rows.length;
    const layout = { groups: index.groups.length / 2, groupsAt, timesAt, rowsAt, hashesAt };
    this.kernel = new Kernel({ results: RESULTS, numbersAt: hashesAt }, countModule(layout));
    this.kernel.write(groupsAt, index.groups);
    this.kernel.write(rowsAt, rows);
  }

  /** Eight for each time, those of the first time from number eight on. The first number of each row is squared. */
  get sums(): Int32Array {
    return this.kernel.results;
  }

  /** Fills `sums`; returns how often a row came at most. Asks for one hash at least. */
  count(hashes: Int32Array, count: number): number {
    const { kernel } = this;
    kernel.results.fill(0, 0, (this.most + 1) * LANES);
    kernel.reserve(count);
    kernel.numbers.set(hashes.subarray(0, count));
    kernel.run(count);
    this.most = kernel.results[0] as number;
    return Math.min(this.most, MOST_TIMES);
  }
}

function countModule(layout: CountLayout): Uint8Array {
  const { groups, groupsAt, timesAt, hashesAt } = layout;
  const f = new WasmFunction();
  const [at, end, foundEnd, most] = [f.number(), f.number(), f.number(), f.number()];
  const [hash, group, bits, bit, row] = [
    f.number(),
    f.number(),
    f.number(),
    f.number(),
    f.number(),
  ];
  const before = i32.countBits(i32.and(bits, i32.subtract(bit, 1)));
  return f.toModule([
    end.set(i32.shiftLeft(f.parameter, Math.log2(NUMBER))),
    repeat(
      [
        hash.set(i32.load(at, hashesAt)),
        // As in `BucketIndex.rowOf`, in bytes.
        group.set(i32.and(i32.shiftRight(hash, 2), (groups - 1) * 2 * NUMBER)),
        bits.set(i32.load(group, groupsAt)),
        bit.set(i32.shiftLeft(1, hash)),
        when(i32.and(bits, bit), [
          row.set(i32.add(i32.load(group, groupsAt + NUMBER), before)),
          i32.store(foundEnd, row, hashesAt),
          foundEnd.set(i32.add(foundEnd, NUMBER)),
          ...addRow(f, layout, row, most),
        ]),
        at.set(i32.add(at, NUMBER)),
      ],
      i32.lessThan(at, end),
    ),
    i32.store(0, most),
    at.set(0),
    when(foundEnd, [
      repeat(
        [i32.store8(i32.load(at, hashesAt), 0, timesAt), at.set(i32.add(at, NUMBER))],
        i32.lessThan(at, foundEnd),
      ),
    ]),
  ]);
}

/** Adds a row to the sums of the time that it comes. */
function addRow(f: WasmFunction, layout: CountLayout, row: Local, most: Local): Code[] {
  const { timesAt, rowsAt } = layout;
  const [times, sums, address] = [f.number(), f.number(), f.number()];
  const numbers = f.vector();
  const add = (offset: number, more: Code): Code =>
    v128.store(sums, i32x4.add(v128.load(sums, offset), more), offset);
  // The first number times itself, the others times one.
  const factors = i16x8.replaceFirst(i16x8.splat(1), i32.load8Signed(address, rowsAt));
  return [
    times.set(i32.add(i32.load8(row, timesAt), 1)),
    i32.store8(row, i32.subtract(times, i32.lessThan(MOST_TIMES, times)), timesAt),
    when(i32.lessThan(most, times), [most.set(times)]),
    sums.set(i32.shiftLeft(times, Math.log2(SUMS))),
    address.set(i32.shiftLeft(row, Math.log2(LANES))),
    numbers.set(v128.load8x8Signed(address, rowsAt)),
    add(0, i32x4.multiplyLow(numbers, factors)),
    add(SUMS / 2, i32x4.extendHigh(numbers)),
  ];
}
