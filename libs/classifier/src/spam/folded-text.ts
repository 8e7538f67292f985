import { classOf, DROPPED, foldCharacter } from './unit-tables.js';

const UNKNOWN = 0xffffffff;
const LINE_FEED = 10;
const SPACE = 32;
const AMPERSAND = 38;
const LESS_THAN = 60;
/** Of a hostile text, no more UTF-16 units than this are read. */
const MAX_UNITS = 20_000;
const MAX_TAG = 500;

/** What each unit folds to and is; filled in as units turn up, since most never do. */
const FOLDS = new Uint32Array(0x10000).fill(UNKNOWN);
const CLASSES = new Uint8Array(0x10000);
for (let unit = 0; unit < 128; unit++) {
  FOLDS[unit] = foldCharacter(String.fromCharCode(unit));
  CLASSES[unit] = classOf(unit);
}
// Control characters count as spaces, not as invisible.
for (let unit = 0; unit < 32; unit++) {
  FOLDS[unit] = unit === LINE_FEED ? LINE_FEED : SPACE;
}
/** Letters of the mathematical alphabets and enclosed ones, the usual disguise. */
const PAIRS = new Map<number, number>();

const ENTITY = /&(?:#(\d{2,5})|#x([0-9a-f]{2,4})|(amp|lt|gt|quot|nbsp|apos));/iy;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};
const TAG = /<\/?[a-z]{1,10}(?=[\s/>])/iy;

function foldPair(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  let fold = PAIRS.get(code);
  if (fold === undefined) {
    fold = foldCharacter(String.fromCodePoint(code));
    PAIRS.set(code, fold);
  }
  return fold;
}

/** Class of a folded unit, see `UnitClass`. */
export function unitClass(unit: number): number {
  const known = CLASSES[unit] as number;
  if (known > 0) return known;
  return (CLASSES[unit] = classOf(unit));
}

/**
 * A text in lower case and compatibility form (NFKC), character by character, without invisible characters and HTML, with
 * the way back to the original. One object serves text after text.
 */
export class FoldedText {
  /** The folded UTF-16 units. */
  units = new Uint16Array(1024);
  /** See `UnitFlag`. */
  flags = new Uint8Array(1024);
  /** Where in the original text the character of each unit begins, and where it ends. */
  origin = new Uint32Array(1024);
  ends = new Uint32Array(1024);
  length = 0;
  private tagEnd = -1;

  /** Reads a text, at most its first 20,000 UTF-16 units; time is linear in its length. */
  read(text: string): void {
    const end = Math.min(text.length, MAX_UNITS);
    this.reserve(end);
    this.length = 0;
    this.tagEnd = -1;
    let at = 0;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (unit === AMPERSAND || unit === LESS_THAN) at = this.readMarkup(text, at, unit);
      else at = this.readUnit(text, at, unit);
    }
  }

  private reserve(size: number): void {
    if (size <= this.units.length) return;
    this.units = new Uint16Array(size * 2);
    this.flags = new Uint8Array(size * 2);
    this.origin = new Uint32Array(size * 2);
    this.ends = new Uint32Array(size * 2);
  }

  private readUnit(text: string, at: number, unit: number): number {
    let fold = FOLDS[unit] as number;
    if (fold === UNKNOWN) {
      if (unit >= 0xd800 && unit < 0xdc00) {
        const end = (text.codePointAt(at) ?? 0) > 0xffff ? at + 2 : at + 1;
        return this.put(foldPair(text, at), at, end);
      }
      fold = FOLDS[unit] = foldCharacter(String.fromCharCode(unit));
    }
    return this.put(fold, at, at + 1);
  }

  private put(fold: number, at: number, end: number): number {
    if (fold === DROPPED) return end;
    this.units[this.length] = fold;
    this.flags[this.length] = fold >>> 16;
    this.ends[this.length] = end;
    this.origin[this.length++] = at;
    return end;
  }

  /** Entities become their character and tags a space: some sites hand over what they show. */
  private readMarkup(text: string, at: number, unit: number): number {
    if (unit === AMPERSAND) {
      ENTITY.lastIndex = at;
      const match = ENTITY.exec(text);
      if (match) {
        const [whole, decimal, hex, name] = match;
        const code = name ? 0 : parseInt(decimal ?? hex ?? '', decimal ? 10 : 16);
        const character = name ? ENTITIES[name.toLowerCase()] : String.fromCharCode(code);
        return this.put(foldCharacter(character ?? ' '), at, at + whole.length);
      }
    } else {
      TAG.lastIndex = at;
      if (TAG.test(text) && this.closes(text, at)) {
        const isBreak = text.startsWith('br', at + 1);
        return this.put(isBreak ? LINE_FEED : SPACE, at, this.tagEnd + 1);
      }
    }
    return this.readUnit(text, at, unit);
  }

  /** Each `>` is looked for once, or a text of `<a ` would take quadratic time. */
  private closes(text: string, at: number): boolean {
    if (this.tagEnd < at) {
      const found = text.indexOf('>', at);
      this.tagEnd = found < 0 ? text.length : found;
    }
    return this.tagEnd < Math.min(text.length, at + MAX_TAG);
  }
}
