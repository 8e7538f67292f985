/** What a UTF-16 unit is to the normalizer. */
export const Kind = {
  /** Not looked at yet: only beyond ASCII. */
  UNSEEN: 0,
  SPACE: 1,
  LETTER: 2,
  DIGIT: 3,
  /** May stand for a letter that it looks like. */
  SIGN: 4,
  /** May stand for any letter, or between two. */
  MASK: 5,
  /** May stand between the letters of a word. */
  JOINER: 6,
  /** Ends a word for certain. */
  HARD: 7,
  /** Ideographs, emoji, symbols: each by itself. */
  OTHER: 8,
  INVISIBLE: 9,
  MARK: 10,
} as const;

const ASCII_SIGNS = '@$!|+(';
const ASCII_MASKS = '*#%&^?';
const ASCII_JOINERS = '.-_~=';

function asciiKind(code: number): number {
  const character = String.fromCharCode(code);
  if (code === 32 || (code >= 9 && code <= 13)) return Kind.SPACE;
  if (code < 32 || code === 127) return Kind.INVISIBLE;
  if (/[a-z]/i.test(character)) return Kind.LETTER;
  if (/[0-9]/.test(character)) return Kind.DIGIT;
  if (ASCII_SIGNS.includes(character)) return Kind.SIGN;
  if (ASCII_MASKS.includes(character)) return Kind.MASK;
  return ASCII_JOINERS.includes(character) ? Kind.JOINER : Kind.HARD;
}

/** The kind of every unit of the basic plane. Beyond ASCII it is filled on first sight, by `code-points.ts`. */
export const kinds = new Uint8Array(0x10000);
for (let code = 0; code < 128; code++) kinds[code] = asciiKind(code);
kinds.fill(Kind.OTHER, 0xd800, 0xe000);
