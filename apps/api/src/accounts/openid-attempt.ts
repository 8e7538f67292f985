import type { OpenIdAttempt } from '#accounts';
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long somebody may take at the provider, in seconds. */
export const ATTEMPT_SECONDS = 600;

/**
 * An attempt as a cookie of the browser that made it. Signed, so that a browser comes back with what
 * this service gave it, whichever of its processes that was, and only for a while.
 */
export function sealAttempt(attempt: OpenIdAttempt, secret: string, now: number): string {
  const { state, nonce, verifier } = attempt;
  const content = Buffer.from(JSON.stringify([state, nonce, verifier, now])).toString('base64url');
  return `${content}.${signatureOf(content, secret)}`;
}

/** The attempt of a cookie; `null` if we did not make it, or too long ago. */
export function openAttempt(sealed: string, secret: string, now: number): OpenIdAttempt | null {
  const [content = '', signature = ''] = sealed.split('.');
  const expected = Buffer.from(signatureOf(content, secret));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const [state, nonce, verifier, began] = JSON.parse(
    Buffer.from(content, 'base64url').toString(),
  ) as [string, string, string, number];
  return now - began > ATTEMPT_SECONDS * 1000 ? null : { state, nonce, verifier };
}

/** A key of its own, since the secret is also shown to the provider. */
function signatureOf(content: string, secret: string): string {
  const key = createHmac('sha256', secret).update('moderato openid attempt').digest();
  return createHmac('sha256', key).update(content).digest('base64url');
}
