/** What a letter says about the language of its text. */
export const Letter = {
  NONE: 0,
  LATIN: 1,
  HAN: 2,
  KANA: 3,
  HANGUL: 4,
  OTHER: 5,
} as const;

const ALPHABETS: readonly (readonly [from: number, to: number, letter: number])[] = [
  [0x41, 0x5a, Letter.LATIN],
  [0x61, 0x7a, Letter.LATIN],
  [0xc0, 0xd6, Letter.LATIN],
  [0xd8, 0xf6, Letter.LATIN],
  [0xf8, 0x2af, Letter.LATIN],
  // Combining marks belong to whatever letter is below them.
  [0x300, 0x36f, Letter.LATIN],
  [0x370, 0x10ff, Letter.OTHER],
  [0x1100, 0x11ff, Letter.HANGUL],
  [0x1200, 0x1dff, Letter.OTHER],
  [0x1e00, 0x1eff, Letter.LATIN],
  [0x1f00, 0x1fff, Letter.OTHER],
  [0x2c00, 0x2dff, Letter.OTHER],
  [0x3040, 0x30ff, Letter.KANA],
  [0x3130, 0x318f, Letter.HANGUL],
  [0x3400, 0x9fff, Letter.HAN],
  [0xa640, 0xabff, Letter.OTHER],
  [0xac00, 0xd7af, Letter.HANGUL],
  [0xf900, 0xfaff, Letter.HAN],
];
/** Stand in the middle of kana, and of Chinese names and lists as well. */
const BOTH = [0x30fb, 0x30fc];

/** The alphabet of every UTF-16 unit. */
export const letters = new Uint8Array(0x10000);
for (const [from, to, letter] of ALPHABETS) letters.fill(letter, from, to + 1);
for (const unit of BOTH) letters[unit] = Letter.NONE;

/** Whether a lower-case unit is a Latin letter that English has not. */
export const isAccented = (unit: number): boolean => unit > 0x7a && letters[unit] === Letter.LATIN;
