import { unitClass } from './folded-text.js';
import { UnitClass } from './unit-tables.js';

/** What the name of an account shows. */
export const HandleBit = { madeUp: 1, trade: 2 } as const;

const UNDERSCORE = 95;
/** Pieces of names that traders give themselves. */
const PIECES = [
  'fx',
  'trad',
  'invest',
  'crypto',
  'coin',
  'forex',
  'financ',
  'profit',
  'option',
  'btc',
  'money',
  'wealth',
  'income',
  'hack',
  'cash',
  'earn',
  'capital',
  'official',
  'dr_',
].map((piece) => Array.from(piece, (letter) => letter.charCodeAt(0)));
const LONGEST_NAME = 60;

function hasAt(units: Uint16Array, at: number, end: number, piece: readonly number[]): boolean {
  if (at + piece.length > end) return false;
  for (let offset = 0; offset < piece.length; offset++) {
    if (units[at + offset] !== piece[offset]) return false;
  }
  return true;
}

function hasPiece(units: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    for (const piece of PIECES) if (hasAt(units, at, end, piece)) return true;
  }
  return false;
}

/** The bits of the account name between two offsets; of longer names the first 60 units count. */
export function handleBits(units: Uint16Array, start: number, end: number): number {
  const stop = Math.min(end, start + LONGEST_NAME);
  let signs = 0;
  for (let at = start + 1; at < stop; at++) {
    const unit = units[at] as number;
    if (unit === UNDERSCORE || unitClass(unit) === UnitClass.digit) signs++;
  }
  const madeUp = signs > 0 ? HandleBit.madeUp : 0;
  return madeUp | (hasPiece(units, start, stop) ? HandleBit.trade : 0);
}
