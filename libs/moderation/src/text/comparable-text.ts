const ASCII_ONLY = /^[\0-\x7f]*$/;
/** What a copy may change and still be a copy: punctuation, spaces, accents, invisible characters, modifiers of emoji. */
const DECORATION = /[\p{P}\p{Z}\p{C}\p{Sk}\u0300-\u036f\ufe00-\ufe0f\u{1f3fb}-\u{1f3ff}$+<=>^`|~]/u;
const LETTER = /\p{L}|\p{M}/u;

type Role = 1 | 2 | 3;
const DROPPED: Role = 1;
const SYMBOL: Role = 2;
const LETTERS: Role = 3;

/** The role of every code point of the basic plane, filled on first sight; a regular expression per character costs too much. */
const roles = new Uint8Array(0x10000);

function roleOf(codePoint: number): Role {
  const known = codePoint < 0x10000 ? (roles[codePoint] as Role | 0) : 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(codePoint);
  const role = DECORATION.test(character) ? DROPPED : LETTER.test(character) ? LETTERS : SYMBOL;
  if (codePoint < 0x10000) roles[codePoint] = role;
  return role;
}

/** A text as copies are compared, in UTF-16 units. */
export interface ComparableText {
  /** Letters, digits, emoji and other symbols, without case, accents, punctuation and spaces. */
  all: Uint16Array;
  /** The letters alone: numbers and emoji are what spammers vary first. */
  letters: Uint16Array;
  /** How much the letters say, counted in letters of Latin script. */
  weight: number;
}

function compareAscii(text: string): ComparableText {
  const all = new Uint16Array(text.length);
  const letters = new Uint16Array(text.length);
  let length = 0;
  let letterCount = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const lower = unit | 0x20;
    if (lower >= 97 && lower <= 122) {
      all[length++] = lower;
      letters[letterCount++] = lower;
    } else if (unit >= 48 && unit <= 57) all[length++] = unit;
  }
  return {
    all: all.subarray(0, length),
    letters: letters.subarray(0, letterCount),
    weight: letterCount,
  };
}

/** Han, kana, Hangul and the like carry in one character what Latin script needs two for. */
const isDense = (unit: number): boolean =>
  unit >= 0x1100 && (unit <= 0x11ff || (unit >= 0x2e80 && unit <= 0xfaff));

/** Upper case first: it is what makes `ß` and `SS`, `ς` and `Σ` equal. */
function foldForms(text: string): string {
  const cased = text.normalize('NFKD').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return cased
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC');
}

function compareUnicode(text: string): ComparableText {
  const folded = foldForms(text);
  const all: number[] = [];
  const letters: number[] = [];
  let weight = 0;
  for (let index = 0; index < folded.length; index++) {
    const codePoint = folded.codePointAt(index) as number;
    const role = roleOf(codePoint);
    const width = codePoint > 0xffff ? 2 : 1;
    for (let unit = 0; unit < width && role !== DROPPED; unit++) {
      all.push(folded.charCodeAt(index + unit));
      if (role === LETTERS) letters.push(folded.charCodeAt(index + unit));
    }
    if (role === LETTERS) weight += isDense(codePoint) ? 2 : 1;
    index += width - 1;
  }
  return { all: Uint16Array.from(all), letters: Uint16Array.from(letters), weight };
}

function unitsWithoutSpaces(text: string): Uint16Array {
  const bare = text.normalize('NFKC').replace(/\s+/gu, '');
  return Uint16Array.from({ length: bare.length }, (_, index) => bare.charCodeAt(index));
}

/** Prepares a text for comparison; one of nothing but punctuation stands for itself, so that `???` and `...` differ. */
export function comparableText(text: string): ComparableText {
  const comparable = ASCII_ONLY.test(text) ? compareAscii(text) : compareUnicode(text);
  return comparable.all.length > 0 ? comparable : { ...comparable, all: unitsWithoutSpaces(text) };
}
