import { unitClass } from './folded-text.js';
import { hashText } from './hash.js';
import { FEATURE_AT as AT } from './spam-feature-names.js';
import type { SpamTokens } from './spam-tokens.js';
import { TokenKind } from './token-kind.js';
import { EMOJI_BASE, UnitClass, UnitFlag } from './unit-tables.js';

const SEEN = new Uint32Array(1024);
const DOT = 46;
const LINE_FEED = 10;
const LATIN_END = 0x250;
/** What ends a host written apart, as `x . com`. */
const SUFFIXES = new Set(
  'com net org info tv ru io xyz weebly blogspot wordpress'.split(' ').map(hashText),
);
const DOTS = [hashText('dot'), hashText('dott')];

/** How many different words and placeholders there are, of the first 700. */
function distinct(tokens: SpamTokens, count: number): number {
  SEEN.fill(0);
  let different = 0;
  for (let at = 0; at < count; at++) {
    const hash = tokens.hashes[at] as number;
    let slot = (hash ^ (hash >>> 12)) & 1023;
    while (SEEN[slot] !== 0 && SEEN[slot] !== hash) slot = (slot + 1) & 1023;
    if (SEEN[slot] === hash) continue;
    SEEN[slot] = hash;
    different++;
  }
  return different;
}

interface Letters {
  letters: number;
  upper: number;
  disguised: number;
  digits: number;
  foreign: number;
  lines: number;
}
const letters: Letters = { letters: 0, upper: 0, disguised: 0, digits: 0, foreign: 0, lines: 0 };

function countUnits({ text: { units, flags, length } }: SpamTokens): void {
  letters.letters = letters.upper = letters.disguised = 0;
  letters.digits = letters.foreign = letters.lines = 0;
  for (let at = 0; at < length; at++) {
    const unit = units[at] as number;
    const kind = unitClass(unit);
    if (kind === UnitClass.digit) letters.digits++;
    else if (unit === LINE_FEED) letters.lines++;
    if (kind !== UnitClass.letter) continue;
    const flag = flags[at] as number;
    letters.letters++;
    letters.upper += flag & UnitFlag.upper;
    letters.disguised += flag >> 1;
    if (unit >= LATIN_END && unit < EMOJI_BASE) letters.foreign++;
  }
}

/** Words that begin with a capital, words of two scripts, and how long words are. */
function readWords({ text, kinds, starts, ends, count }: SpamTokens, values: Float32Array): void {
  let length = 0;
  let titled = 0;
  let mixed = 0;
  let words = 0;
  for (let at = 0; at < count; at++) {
    if (kinds[at] !== TokenKind.word) continue;
    const start = starts[at] as number;
    const end = ends[at] as number;
    words++;
    length += end - start;
    if (((text.flags[start] as number) & UnitFlag.upper) !== 0) titled++;
    const first = text.units[start] as number;
    const last = text.units[end - 1] as number;
    if (end - start > 2 && isLatin(first) !== isLatin(last)) mixed++;
  }
  if (words > 0) {
    values[AT.wordLength] = Math.min(6, Math.max(0, length / words - 2));
    values[AT.titleCase] = (titled / (words + 2)) * 3;
  }
  values[AT.mixedScript] = mixed;
}

function isLatin(unit: number): boolean {
  return unit < LATIN_END;
}

/** `shop . com`, `shop dot com`: the ending of a host right behind a dot that stands apart or is spelled out. */
function isSplitHost({ text, kinds, starts, hashes }: SpamTokens, at: number): boolean {
  if (kinds[at] !== TokenKind.word || kinds[at - 1] !== TokenKind.word) return false;
  const start = starts[at] as number;
  const isBehindDot = text.units[start - 1] === DOT || text.units[start - 2] === DOT;
  if (!isBehindDot && !DOTS.includes(hashes[at - 1] as number)) return false;
  return SUFFIXES.has(hashes[at] as number);
}

/** Fills in what is seen from afar: letters, digits, lengths, repetition. */
export function readShape(tokens: SpamTokens, words: number, values: Float32Array): void {
  const { count, text } = tokens;
  countUnits(tokens);
  readWords(tokens, values);
  const all = letters.letters + 8;
  values[AT.capitals] = (letters.upper / all) * 3;
  values[AT.disguised] = Math.min(4, letters.disguised / 2);
  values[AT.digits] = (letters.digits / (text.length + 8)) * 5;
  values[AT.lines] = Math.min(10, letters.lines);
  values[AT.otherScript] = (letters.foreign / all) * 2;
  const counted = Math.min(count, 700);
  values[AT.repeated] = (1 - (distinct(tokens, counted) + 3) / (counted + 3)) * 4;
  values[AT.length] = Math.min(6, Math.log2(1 + text.length / 10));
  values[AT.short] = words <= 4 ? 1 - words / 5 : 0;
  values[AT.long] = Math.max(0, Math.min(4, Math.log2(1 + text.length / 500) - 1));
  let linked = 0;
  for (let at = 0; at < count; at++) {
    if (tokens.kinds[at] === TokenKind.link) {
      linked += (tokens.ends[at] as number) - (tokens.starts[at] as number);
    } else if (at > 0 && isSplitHost(tokens, at)) values[AT.splitHost] = 1;
  }
  values[AT.linkShare] = (linked / (text.length + 4)) * 2;
}
