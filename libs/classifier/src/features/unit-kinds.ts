/** What a UTF-16 unit is to the tokenizer. */
export const SPACE = 0;
export const WORD = 1;
/** Characters that are tokens by themselves: Han and kana. */
export const DENSE = 2;
export const SIGN = 3;

const RANGES: readonly (readonly [from: number, to: number, kind: number])[] = [
  [0x00, 0x20, SPACE],
  [0xa0, 0xa0, SPACE],
  [0x2028, 0x2029, SPACE],
  [0x3000, 0x3000, SPACE],
  [0x30, 0x39, WORD],
  [0x41, 0x5a, WORD],
  [0x61, 0x7a, WORD],
  [0xc0, 0xd6, WORD],
  [0xd8, 0xf6, WORD],
  [0xf8, 0x2af, WORD],
  [0x300, 0x1fff, WORD],
  [0x2c00, 0x2dff, WORD],
  [0x3040, 0x30ff, DENSE],
  [0x3400, 0x9fff, DENSE],
  [0xa640, 0xabff, WORD],
  [0xac00, 0xd7af, WORD],
  [0xf900, 0xfaff, DENSE],
];

/** The kind of every unit: one look-up instead of comparisons. Halves of surrogate pairs are signs. */
export const unitKinds = new Uint8Array(0x10000).fill(SIGN);
for (const [from, to, kind] of RANGES) unitKinds.fill(kind, from, to + 1);
