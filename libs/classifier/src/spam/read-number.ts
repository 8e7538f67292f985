import { unitClass } from './folded-text.js';
import { TokenKind } from './token-kind.js';
import { UnitClass } from './unit-tables.js';

/** A number as found by `readNumber`. */
export interface NumberPlace {
  /** Folded offset behind it. */
  end: number;
  /** Digits before the decimal point, thousands (`k`) counted as three. */
  digits: number;
  /** A `TokenKind`: phone, money, percent or number. */
  kind: number;
  /** Of a plain number: how many digits (1 to 4, more as 0), 5 for a year and 6 for a time of day. */
  shape: number;
}

const YEAR_SHAPE = 5;
const TIME_SHAPE = 6;

const SPACE = 32;
const PERCENT_SIGN = 37;
const OPEN = 40;
const CLOSE = 41;
const PLUS = 43;
const COMMA = 44;
const HYPHEN = 45;
const DOT = 46;
const SLASH = 47;
const ZERO = 48;
const COLON = 58;
const LETTER_K = 107;
const LETTER_M = 109;

type Sign = 'none' | 'plus' | 'currency';

/** What was seen while the digits were read. */
interface Scan {
  at: number;
  all: number;
  whole: number;
  groups: number;
  group: number;
  /** Thousands or decimals are set apart. */
  figure: boolean;
  decimal: boolean;
  colon: boolean;
  phoneLike: boolean;
  leadingZero: boolean;
}
const scan: Scan = {
  at: 0,
  all: 0,
  whole: 0,
  groups: 0,
  group: 0,
  figure: false,
  decimal: false,
  colon: false,
  phoneLike: false,
  leadingZero: false,
};

function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 48 && unit <= 57;
}

function digitsFrom(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && isDigit(units[at])) at++;
  return at - from;
}

/** Whether a separator at this place goes on to more digits of the same number. */
function joins(units: Uint16Array, at: number, limit: number, isAmount: boolean): boolean {
  const unit = units[at] as number;
  const next = digitsFrom(units, at + 1, Math.min(limit, at + 7));
  if (next === 0) return false;
  if (unit === SPACE) {
    // `$21 000`, `0800 195 6669`: not `2 3 4` or `in 2015 100 people`.
    if (isAmount) return next === 3 && !scan.figure;
    return next >= 3 && scan.group >= 3 && (scan.group !== 4 || scan.leadingZero);
  }
  return unit === COMMA || unit === HYPHEN || unit === DOT || unit === SLASH || unit === COLON;
}

/** `+1 (555) 123`: behind a plus sign, spaces and brackets stand between digits of one number. */
function skipBrackets(units: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && at - from < 3 && isBracketOrSpace(units[at] as number)) at++;
  return at < limit && isDigit(units[at]) ? at : from;
}

function isBracketOrSpace(unit: number): boolean {
  return unit === SPACE || unit === OPEN || unit === CLOSE || unit === HYPHEN;
}

function noteSeparator(unit: number, next: number): void {
  if (unit === DOT && next !== 3) scan.decimal = true;
  if (unit === DOT || unit === COMMA) scan.figure = true;
  if (unit === COLON) scan.colon = true;
  if (unit === HYPHEN || unit === SPACE) scan.phoneLike = true;
}

function startScan(from: number, leadingZero: boolean): void {
  scan.at = from;
  scan.all = scan.whole = scan.groups = scan.group = 0;
  scan.figure = scan.decimal = scan.colon = scan.phoneLike = false;
  scan.leadingZero = leadingZero;
}

function scanDigits(units: Uint16Array, from: number, limit: number, sign: Sign): void {
  startScan(from, units[from] === ZERO);
  for (;;) {
    const run = digitsFrom(units, scan.at, limit);
    scan.at += run;
    scan.all += run;
    scan.group = run;
    scan.groups++;
    if (!scan.decimal) scan.whole += run;
    if (scan.at >= limit) return;
    const next = sign === 'plus' ? skipBrackets(units, scan.at, limit) : scan.at;
    if (next > scan.at) scan.at = next;
    else if (joins(units, scan.at, limit, sign === 'currency')) {
      const after = digitsFrom(units, scan.at + 1, Math.min(limit, scan.at + 5));
      noteSeparator(units[scan.at] as number, after);
      scan.at++;
    } else return;
  }
}

function isPhone(sign: Sign): boolean {
  if (scan.all < 7 || scan.figure || scan.colon || scan.all > 16) return false;
  if (sign === 'plus' || scan.all >= 10 || scan.leadingZero) return sign !== 'currency';
  return scan.phoneLike && scan.groups <= 4 && scan.all >= 9;
}

function shapeOf(units: Uint16Array, from: number): number {
  if (scan.colon && scan.all <= 6) return TIME_SHAPE;
  if (scan.all === 4 && scan.groups === 1) {
    const century = ((units[from] as number) - ZERO) * 10 + (units[from + 1] as number) - ZERO;
    if (century === 19 || century === 20) return YEAR_SHAPE;
  }
  return scan.whole <= 4 ? Math.max(1, scan.whole) : 0;
}

function isLetter(units: Uint16Array, at: number, limit: number): boolean {
  return at < limit && unitClass(units[at] as number) === UnitClass.letter;
}

/** `10k`, `2m`: counts the zeros left out; whether a letter of them was there. */
function readThousands(units: Uint16Array, at: number, limit: number): boolean {
  const unit = at < limit ? (units[at] as number) : SPACE;
  if ((unit !== LETTER_K && unit !== LETTER_M) || isLetter(units, at + 1, limit)) return false;
  scan.whole += unit === LETTER_K ? 3 : 6;
  return true;
}

/** The kind by what stands before the digits and behind them; what stands behind is read, too. */
function readKind(units: Uint16Array, limit: number, sign: Sign, place: NumberPlace): number {
  const after = place.end < limit ? (units[place.end] as number) : SPACE;
  if (after === PERCENT_SIGN) {
    place.end++;
    return TokenKind.percent;
  }
  if (sign === 'currency') return TokenKind.money;
  if (isPhone(sign)) return TokenKind.phone;
  if (unitClass(after) !== UnitClass.currency) return TokenKind.number;
  place.end++;
  return TokenKind.money;
}

/** Reads a number with what belongs to it; false where there is none, or a word like `4you` begins. */
export function readNumber(
  units: Uint16Array,
  at: number,
  limit: number,
  place: NumberPlace,
): boolean {
  let from = at;
  let sign: Sign = 'none';
  if (units[from] === PLUS) {
    sign = 'plus';
    from++;
  } else if (unitClass(units[from] as number) === UnitClass.currency) {
    sign = 'currency';
    from += units[from + 1] === SPACE ? 2 : 1;
  }
  if (from >= limit || !isDigit(units[from])) return false;
  scanDigits(units, from, limit, sign);
  place.end = scan.at;
  if (readThousands(units, scan.at, limit)) place.end++;
  else if (sign === 'none' && scan.groups === 1 && isLetter(units, scan.at, limit)) return false;
  place.kind = readKind(units, limit, sign, place);
  place.digits = Math.min(20, scan.whole);
  place.shape = shapeOf(units, from);
  return true;
}
