import { createHmac, timingSafeEqual } from 'node:crypto';

/** Coral signs with every secret that is still good: two of them while one takes the other's place. */
const MAXIMUM_SIGNATURES = 10;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Whether one of the signatures of `X-Coral-Signature` is of these bytes by one of the secrets. */
export function isSignedByCoral(
  header: unknown,
  body: Buffer,
  secrets: readonly string[],
): boolean {
  const given = signaturesOf(header);
  const right = secrets.map((secret) => createHmac('sha256', secret).update(body).digest());
  // All are compared, so that the time tells nothing of which was right.
  return right.flatMap((one) => given.map((other) => timingSafeEqual(one, other))).includes(true);
}

function signaturesOf(header: unknown): Buffer[] {
  if (typeof header !== 'string') return [];
  return header
    .split(',', MAXIMUM_SIGNATURES)
    .map((part) => SIGNATURE.exec(part.trim())?.[1])
    .filter((hex) => hex !== undefined)
    .map((hex) => Buffer.from(hex, 'hex'));
}
