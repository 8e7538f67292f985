import { textProblem } from '#comments';
import { type Badge, BADGES } from '#contract';
import type { JWTPayload } from 'jose';
import { invalidToken } from './invalid-token.js';
import type { Reader } from './reader.js';

/** Clocks of the site and of this machine may differ so much. */
export const SKEW_SECONDS = 60;
/** A token that leaks is of no use the day after. */
const LONGEST_SECONDS = 24 * 3600;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/**
 * The reader that a token speaks of, once its signature is known to be right.
 * @throws DomainError READER_TOKEN_INVALID
 */
export function readerOfClaims(claims: JWTPayload, now: number): Reader {
  assertTimes(claims, now / 1000);
  const { sub, name, email, role, createdAt } = claims;
  if (!isLine(sub, 255)) throw invalidToken('subject');
  if (isGiven(name) && !isLine(name, 100)) throw invalidToken('name');
  if (isGiven(email) && !(isLine(email, 254) && EMAIL.test(email))) throw invalidToken('email');
  return {
    identity: `jwt:${sub}`,
    vouched: true,
    anonymous: false,
    name: isGiven(name) ? name : null,
    email: isGiven(email) ? email : null,
    badge: badgeOf(role),
    createdAt: dateOf(createdAt, now),
  };
}

function assertTimes({ exp, iat, nbf }: JWTPayload, now: number): void {
  if (!isTime(exp) || exp > now + LONGEST_SECONDS + SKEW_SECONDS) throw invalidToken('expiry');
  if (exp <= now - SKEW_SECONDS) throw invalidToken('expired');
  for (const from of [iat, nbf]) {
    if (from === undefined) continue;
    if (!isTime(from) || from > now + SKEW_SECONDS) throw invalidToken('notYet');
  }
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** What libraries leave out in some languages they write as `null` in others. */
function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

function isLine(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && textProblem(value, { maximum, lines: false }) === null;
}

function badgeOf(role: unknown): Badge | null {
  if (!isGiven(role)) return null;
  const badge = BADGES.find((known) => known === role);
  if (badge === undefined) throw invalidToken('role');
  return badge;
}

/** An account of the future counts as made now: clocks differ. */
function dateOf(createdAt: unknown, now: number): Date | null {
  if (!isGiven(createdAt)) return null;
  const iso = typeof createdAt === 'string' && /^\d{4}-\d{2}-\d{2}/.test(createdAt);
  const milliseconds = iso ? Date.parse(createdAt) : isTime(createdAt) ? createdAt * 1000 : NaN;
  if (!(milliseconds >= 0 && milliseconds < 8.64e15)) throw invalidToken('createdAt');
  return new Date(Math.min(milliseconds, now));
}
