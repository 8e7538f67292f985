import type { FastifyRequest } from 'fastify';
import { AKISMET } from './akismet/akismet.dialect.js';
import { CORAL_PHASE } from './coral/coral-phase.dialect.js';
import { COUNT_LISTS } from './counts/count-lists.dialect.js';
import type { Dialect } from './dialect.js';
import { OPENAI } from './openai/openai.dialect.js';
import { PERSPECTIVE } from './perspective/perspective.dialect.js';

/** Known by their addresses, and not by their controllers: a body that cannot be read never reaches one. */
const DIALECTS: readonly Dialect[] = [AKISMET, CORAL_PHASE, COUNT_LISTS, OPENAI, PERSPECTIVE];

/** The dialect that is spoken at an address; `undefined` for our own. */
export function dialectAt(address: string): Dialect | undefined {
  return DIALECTS.find(({ addresses }) => addresses.test(address));
}

/** The dialect of a request: that of its route, in whatever way the address is spelled; where there is none, of the address. */
export function dialectOf({ routeOptions, url }: FastifyRequest): Dialect | undefined {
  return dialectAt(routeOptions.url ?? url);
}
