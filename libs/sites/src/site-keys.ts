import type { SiteKeyKind } from '#contract';
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A site's keys as its operator holds them. */
export interface SiteKeys {
  publicKey: string;
  secretKey: string;
}

/** A new pair of keys. */
export function newSiteKeys(): SiteKeys {
  return { publicKey: newSiteKey('public'), secretKey: newSiteKey('secret') };
}

/** A new key: of 96 random bits if it is public, of 256 if it is secret. */
export function newSiteKey(kind: SiteKeyKind): string {
  return kind === 'public'
    ? `pk_${randomBytes(12).toString('hex')}`
    : `sk_${randomBytes(32).toString('hex')}`;
}

const HINT_LENGTH = 4;

/** By what people tell one secret key from another. */
export const hintOf = (secretKey: string): string => secretKey.slice(-HINT_LENGTH);

/** Secret keys are long and random, so one round of SHA-256 is enough to store them. */
export function hashSecret(secretKey: string): Buffer {
  return createHash('sha256').update(secretKey).digest();
}

/** Proof that its holder wrote the comment: an HMAC of the comment's id under the site's signing key. */
export function authorToken(signingKey: Buffer, commentId: string): string {
  return createHmac('sha256', signingKey).update(`author:${commentId}`).digest('base64url');
}

/** Whether the token is the one of this comment; takes the same time for every wrong one. */
export function isAuthorToken(signingKey: Buffer, commentId: string, token: string): boolean {
  const expected = Buffer.from(authorToken(signingKey, commentId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** What is stored of a reader's address: equal for equal addresses, useless without the site's signing key. */
export function blindAddress(signingKey: Buffer, address: string): Buffer {
  return blind(signingKey, `address:${address}`);
}

/** What is stored of who reacted: equal for the same reader, useless without the site's signing key. */
export function blindReader(signingKey: Buffer, identity: string): Buffer {
  return blind(signingKey, `reaction:${identity}`);
}

/** What is stored of a reader whom the site names, where only equality counts. */
export function blindIdentity(signingKey: Buffer, identity: string): Buffer {
  return blind(signingKey, `identity:${identity}`);
}

function blind(signingKey: Buffer, value: string): Buffer {
  return createHmac('sha256', signingKey).update(value).digest().subarray(0, 16);
}
