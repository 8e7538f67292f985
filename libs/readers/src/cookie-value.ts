import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The longest that browsers keep a cookie. */
export const COOKIE_DAYS = 400;
/** Clocks of two API processes may differ so much. */
const SKEW_MS = 60_000;
const VALUE = /^([A-Za-z0-9_-]{22})[.]([0-9a-z]{1,9})[.]([A-Za-z0-9_-]{43})$/;

/** A new reader's id: 128 random bits. */
export function newReaderId(): string {
  return randomBytes(16).toString('base64url');
}

/** What the reader's cookie holds: the id, when it was given, and the site's signature over both. */
export function cookieValue(signingKey: Buffer, readerId: string, now: number): string {
  const content = `${readerId}.${Math.floor(now / 1000).toString(36)}`;
  return `${content}.${signature(signingKey, content).toString('base64url')}`;
}

/** The reader's id; `null` for what this site did not sign, or longer ago than a browser keeps it. */
export function readerIdOf(signingKey: Buffer, value: string, now: number): string | null {
  const [, id, seconds, mac] = VALUE.exec(value) ?? [];
  if (id === undefined || seconds === undefined || mac === undefined) return null;
  if (!timingSafeEqual(Buffer.from(mac, 'base64url'), signature(signingKey, `${id}.${seconds}`))) {
    return null;
  }
  const age = now - parseInt(seconds, 36) * 1000;
  return age < -SKEW_MS || age > COOKIE_DAYS * 86_400_000 ? null : id;
}

function signature(signingKey: Buffer, content: string): Buffer {
  return createHmac('sha256', signingKey).update(`reader:${content}`).digest();
}
