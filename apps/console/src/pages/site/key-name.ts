import type { SiteKey } from '#contract';

/** What a key is called: a public one whole, a secret one by what people can tell it by. */
export function keyName({ publicKey, hint, fingerprint }: SiteKey): string {
  if (publicKey !== null) return publicKey;
  return hint === null ? `SHA-256 ${fingerprint ?? ''}…` : `sk_…${hint}`;
}
