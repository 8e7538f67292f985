import { type Code, i16x8, i32, i32x4, repeat, v128 } from '../wasm/instructions.js';
import { Kernel } from '../wasm/kernel.js';
import { type Local, WasmFunction } from '../wasm/wasm-function.js';

/** How many filters one instruction works on. */
const LANES = 8;
/** Bytes of a 32-bit number. */
const NUMBER = 4;
/** Less than the sum of any three numbers of eight bits. */
const NOTHING = -0x8000;

/** Where things are in the memory of the kernel, in bytes. */
interface PoolLayout {
  /** How many vectors hold one number for each filter. */
  vectors: number;
  tableAt: number;
  rowsAt: number;
}

/**
 * The strongest answer of each filter to any three rows that follow each other: the sum of what the filter says to the first one
 * as the left, to the second as the middle and to the third as the right one. Eight filters at once.
 */
export class PoolKernel {
  /** Bytes from one row of the table to the next. */
  readonly width: number;
  private readonly kernel: Kernel;

  /** `table`: in each row `filters` numbers of eight bits as left one, as middle and as right one. */
  constructor(table: Int8Array, filters: number) {
    const vectors = Math.ceil(filters / LANES);
    const padded = padTo(vectors * LANES, table, filters);
    const tableAt = vectors * LANES * NUMBER;
    const layout = { vectors, tableAt, rowsAt: tableAt + padded.length };
    this.width = 3 * vectors * LANES;
    this.kernel = new Kernel(
      { results: vectors * LANES, numbersAt: layout.rowsAt },
      poolModule(layout),
    );
    this.kernel.write(tableAt, padded);
  }

  /** Where the rows are to be written, each times `width`: the edge, so many tokens, and the edge again. */
  rowsOf(tokens: number): Int32Array {
    this.kernel.reserve(tokens + 2);
    return this.kernel.numbers;
  }

  /** One number for each filter. Asks for one token at least. */
  pool(tokens: number): Int32Array {
    this.kernel.run(tokens);
    return this.kernel.results;
  }
}

/** Filters that say nothing fill the last vector. */
function padTo(length: number, table: Int8Array, filters: number): Int8Array {
  if (length === filters) return table;
  const padded = new Int8Array((table.length / filters) * length);
  for (let at = 0, to = 0; at < table.length; at += filters, to += length) {
    padded.set(table.subarray(at, at + filters), to);
  }
  return padded;
}

function poolModule({ vectors, tableAt, rowsAt }: PoolLayout): Uint8Array {
  const f = new WasmFunction();
  const [at, end] = [f.number(), f.number()];
  const [left, middle, right] = [f.number(), f.number(), f.number()];
  const strongest = Array.from({ length: vectors }, () => f.vector());
  const part = (row: Local, position: number, vector: number): Code =>
    v128.load8x8Signed(row, tableAt + (position * vectors + vector) * LANES);
  return f.toModule([
    end.set(i32.shiftLeft(f.parameter, Math.log2(NUMBER))),
    middle.set(i32.load(0, rowsAt)),
    right.set(i32.load(0, rowsAt + NUMBER)),
    ...strongest.map((answers) => answers.set(i16x8.splat(NOTHING))),
    repeat(
      [
        left.set(middle),
        middle.set(right),
        right.set(i32.load(at, rowsAt + 2 * NUMBER)),
        ...strongest.map((answers, vector) => {
          const beginning = i16x8.add(part(left, 0, vector), part(middle, 1, vector));
          const sum = i16x8.add(beginning, part(right, 2, vector));
          return answers.set(i16x8.maxSigned(answers, sum));
        }),
        at.set(i32.add(at, NUMBER)),
      ],
      i32.lessThan(at, end),
    ),
    ...strongest.flatMap((answers, vector) => [
      v128.store(0, i32x4.extendLow(answers), vector * LANES * NUMBER),
      v128.store(0, i32x4.extendHigh(answers), (vector + 0.5) * LANES * NUMBER),
    ]),
  ]);
}
