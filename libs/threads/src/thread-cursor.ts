import type { ThreadSort } from '#contract';

/** Orders that pages are in: those of top comments, and of replies, which stand oldest first. */
export type PageOrder = ThreadSort | 'replies';

/** A place between two comments of a page's order. */
export interface PagePlace {
  score: number;
  /** Microseconds since 1970. */
  micros: string;
  id: string;
}

const LETTERS: Record<PageOrder, string> = { newest: 'n', oldest: 'o', best: 'b', replies: 'r' };
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** In the year 2255; timestamps are multiplied as floating-point numbers, exact up to here. */
const LAST_MICROS = '9000000000000000';
const CURSOR =
  /^([nobr]) (\d(?:[.]\d{1,20})?(?:e-\d{1,2})?) (\d{1,16}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where an order begins. */
export function firstPlace(order: PageOrder): PagePlace {
  const isAscending = order === 'oldest' || order === 'replies';
  return isAscending
    ? { score: 0, micros: '0', id: FIRST_ID }
    : { score: 2, micros: LAST_MICROS, id: LAST_ID };
}

/** The place behind a comment, as callers hand it back; opaque to them. */
export function cursorOf(order: PageOrder, { score, micros, id }: PagePlace): string {
  return Buffer.from(`${LETTERS[order]} ${score} ${micros} ${id}`).toString('base64url');
}

/** The place that a cursor of this order means; `null` for what is none. */
export function placeOf(order: PageOrder, cursor: string): PagePlace | null {
  if (!/^[\w-]{1,150}$/.test(cursor)) return null;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, letter, score, micros, id] = CURSOR.exec(text) ?? [];
  if (letter !== LETTERS[order] || score === undefined || micros === undefined || id === undefined)
    return null;
  return BigInt(micros) > BigInt(LAST_MICROS) ? null : { score: Number(score), micros, id };
}
