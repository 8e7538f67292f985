/** The longest wait that a client may ask for, in seconds. */
const LONGEST_WAIT_SECONDS = 10;

/**
 * The seconds of a `Prefer: wait=N` header (RFC 7240), 10 at most. Anything else there is ignored,
 * as the RFC asks.
 */
export function waitSeconds(prefer: string | undefined): number {
  const wait = /(?:^|[,;])\s*wait\s*=\s*"?(\d{1,9})"?\s*(?=$|[,;])/i.exec(prefer ?? '')?.[1];
  return Math.min(Number(wait ?? 0), LONGEST_WAIT_SECONDS);
}
