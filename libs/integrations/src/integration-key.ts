import { createHash, randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const LENGTH = 32;
const KEY = /^mk-[a-z2-7]{32}$/;

/**
 * A new key of 160 random bits. Of letters that may stand in the name of a host, in lower case and in
 * fewer than 63 characters (RFC 1035, 2.3.1), for Akismet's clients make a subdomain of it.
 */
export function newIntegrationKey(): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `mk-${letters.join('')}`;
}

/** Whether a text could be one of {@link newIntegrationKey}. */
export function isIntegrationKey(text: unknown): text is string {
  return typeof text === 'string' && KEY.test(text);
}

/** Keys are long and random, so that one round of SHA-256 is enough to store them. */
export function hashIntegrationKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
