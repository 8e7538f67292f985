import type { Dialect } from '../dialect.js';

/** Whoever signs a body signs its bytes. */
export const CORAL_PHASE: Dialect = {
  addresses: /^\/compat\/[^/]+\/coral\/phase$/,
  body: { keepsBytes: true },
};
