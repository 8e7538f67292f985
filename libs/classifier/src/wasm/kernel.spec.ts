import { describe, expect, it } from 'vitest';
import { i32, repeat, when } from './instructions.js';
import { Kernel } from './kernel.js';
import { WasmFunction } from './wasm-function.js';

const TABLE = Int32Array.of(-1, 2 ** 31 - 1, -(2 ** 31));
const TABLE_AT = 8;
const NUMBERS_AT = TABLE_AT + TABLE.byteLength;

/** Adds up all numbers, and counts those that are below 10. */
function adder(): Kernel {
  const f = new WasmFunction();
  const [at, sum, small] = [f.number(), f.number(), f.number()];
  const number = i32.load(at, NUMBERS_AT);
  const module = f.toModule([
    repeat(
      [
        sum.set(i32.add(sum, number)),
        when(i32.lessThan(number, 10), [small.set(i32.add(small, 1))]),
        at.set(i32.add(at, 4)),
      ],
      i32.lessThan(at, i32.shiftLeft(f.parameter, 2)),
    ),
    i32.store(0, sum),
    i32.store(0, small, 4),
  ]);
  return new Kernel({ results: 2, numbersAt: NUMBERS_AT }, module);
}

function answer(numbers: number[], kernel = adder()): number[] {
  kernel.reserve(numbers.length);
  kernel.numbers.set(numbers);
  kernel.run(numbers.length);
  return [...kernel.results];
}

describe('a kernel', () => {
  it.each([
    [[5], [5, 1]],
    [
      [5, 10, 20],
      [35, 1],
    ],
  ])('works on the numbers %j', (numbers, expected) => {
    expect(answer(numbers)).toEqual(expected);
  });

  it('works on more numbers than it had room for', () => {
    const kernel = adder();
    expect(answer([1, 2], kernel)).toEqual([3, 2]);
    const many = Array<number>(100_000).fill(11);
    expect(answer(many, kernel)).toEqual([1_100_000, 0]);
    expect(answer([1, 2], kernel)).toEqual([3, 2]);
  });

  it('keeps its tables when it grows', () => {
    const f = new WasmFunction();
    const read = i32.load(i32.shiftLeft(f.parameter, 2), TABLE_AT - 4);
    const kernel = new Kernel(
      { results: 1, numbersAt: NUMBERS_AT },
      f.toModule([i32.store(0, read)]),
    );
    kernel.write(TABLE_AT, TABLE);
    kernel.reserve(50_000);
    const found = Array.from(TABLE, (_, index) => {
      kernel.run(index + 1);
      return kernel.results[0];
    });
    expect(found).toEqual([...TABLE]);
  });
});

it.each([0, 1, -1, 63, 64, -64, -65, 8_191, 8_192, 2 ** 31 - 1, -(2 ** 31)])(
  'writes the number %i into a program as it is',
  (number) => {
    const f = new WasmFunction();
    const kernel = new Kernel({ results: 1, numbersAt: 4 }, f.toModule([i32.store(0, number)]));
    kernel.run(0);
    expect(kernel.results[0]).toBe(number);
  },
);
