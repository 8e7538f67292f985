import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A site's keys as its operator holds them. */
export interface SiteKeys {
  publicKey: string;
  secretKey: string;
}

/** New keys: 96 random bits for the public one, 256 for the secret one. */
export function newSiteKeys(): SiteKeys {
  return {
    publicKey: `pk_${randomBytes(12).toString('hex')}`,
    secretKey: `sk_${randomBytes(32).toString('hex')}`,
  };
}

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
