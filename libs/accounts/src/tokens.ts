import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 random bits, for a session or an invitation. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether a text could be one of {@link newToken}. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/** What is stored of a token; it is long and random, so that one round of SHA-256 is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * What proves that a request was made by a page that could read an answer of this session. Derived
 * from the session's token, so that it ends with it and needs no place of its own.
 */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('csrf').digest('base64url');
}

/** Whether a text is the session's {@link csrfToken}; takes the same time for every wrong one. */
export function isCsrfToken(sessionToken: string, given: string): boolean {
  const expected = Buffer.from(csrfToken(sessionToken));
  const text = Buffer.from(given);
  return text.length === expected.length && timingSafeEqual(text, expected);
}
