import type { Statement } from '#database';

/**
 * Whoever makes, names or sets up a site, or makes or revokes its keys, does so alone: names stay unique, and a last key
 * is a last key. All take this lock before any other, so that nobody waits in a circle. Readers do not wait for it.
 */
export const LOCK_SITES: Statement = {
  name: 'sites.lock',
  text: 'LOCK TABLE site_keys IN EXCLUSIVE MODE',
};
