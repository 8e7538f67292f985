import type { Session } from '#database';
import { resolveScope } from './article-scope.js';
import { type Gate, gatesOf, wholeTextGate } from './gates.js';
import { filtersOf } from './item-source.js';
import { estimateRows, readAlong, readBound, readThrough, type Search } from './read-items.js';
import type { Found, Place, PlacedItem, ReviewFilter, ReviewQuery } from './review-query.js';

/** Rows that are looked at for what no one index finds, before the page is given as it is. */
const WALK = 2_000;
/** Rows that are looked at at once for what an index says is common. */
const STEP = 1_000;
/** So few in that many rows are too few for a page. */
const FEW = 5;
/** What passes an index can all be put in order within milliseconds, if it is not more than so many rows. */
const RARE = 4_000;
/** Of so few in a long queue nothing is found on the way; to look up several words at once costs more than one. */
const SPARSE = 1_000;

type Filter = keyof ReviewFilter;
/** What the indexes of a queue's order hold besides. */
const AGE = new Set<Filter>(['openedAfter', 'openedBefore']);
/** What no index in the order of a queue serves. */
const UNORDERED = new Set<Filter>(['text', 'minScore', 'maxScore']);
/** What an index has in the order of what was decided. */
const DECIDED = new Set<Filter>(['decidedBy', 'label', 'article', 'author']);

/**
 * The items of a queue behind a place, in its order. One filter is an index of its own; what several
 * filters leave over is looked for along one of them, at most so many rows a page: a page may then
 * hold fewer items than asked for and still name a next one.
 */
export async function findItems(
  session: Session,
  query: ReviewQuery,
  after: Place | null,
  limit: number,
): Promise<Found> {
  const scope = await resolveScope(session, query);
  if (scope.siteIds.length === 0) return { items: [], next: null };
  const search = { query, scope, after, limit };
  if (isServedByOneIndex(query)) return page(await readAlong(session, search, null), limit, null);
  const gates = gatesOf(query);
  if (gates.length === 0) return walk(session, search, WALK);
  const gate = await rareGate(session, gates, search);
  if (gate !== null) return through(session, gate, search);
  const found = await findCommon(session, search);
  const isNothing = found.items.length === 0 && found.next !== null;
  const whole = isNothing ? wholeTextGate(query) : null;
  return whole === null ? found : through(session, whole, search);
}

/** By what the query is best looked up; `null` when each of its parts is common, and all of them together as well. */
async function rareGate(session: Session, gates: Gate[], search: Search): Promise<Gate | null> {
  const estimates = await Promise.all(gates.map((gate) => estimateRows(session, gate, search)));
  const fewest = Math.min(...estimates);
  if (fewest <= RARE) return gates[estimates.indexOf(fewest)] ?? null;
  const whole = gates.length > 1 ? wholeTextGate(search.query) : null;
  if (whole === null) return null;
  return (await estimateRows(session, whole, search)) <= SPARSE ? whole : null;
}

/**
 * Going along the queue, a step at a time. What is neither common nor rare makes pages of some items
 * each: to fill one, thousands of rows would be read.
 */
async function findCommon(session: Session, search: Search): Promise<Found> {
  const { limit } = search;
  let found: Found = { items: [], next: search.after };
  for (let rows = 0; rows < WALK; rows += STEP) {
    // From where the last step ended: nothing is looked at twice.
    const rest = { ...search, after: found.next, limit: limit - found.items.length };
    const { items, next } = await walk(session, rest, STEP);
    found = { items: [...found.items, ...items], next };
    if (found.items.length >= Math.min(FEW, limit) || next === null) break;
  }
  return found;
}

/** By an index that does not know the order of the queue: of what is rare, all can be put in order. */
async function through(session: Session, gate: Gate, search: Search): Promise<Found> {
  return page(await readThrough(session, gate, search), search.limit, null);
}

function isServedByOneIndex({ queue, filter }: ReviewQuery): boolean {
  // What one moderator has claimed is never much.
  if (queue === 'mine') return true;
  const asked = filtersOf(filter);
  if (queue === 'decided') return asked.length <= 1 && asked.every((name) => DECIDED.has(name));
  const equal = asked.filter((name) => !AGE.has(name));
  return equal.length <= 1 && equal.every((name) => !UNORDERED.has(name));
}

async function walk(session: Session, search: Search, rows: number): Promise<Found> {
  const bound = await readBound(session, search, rows);
  return page(await readAlong(session, search, bound), search.limit, bound);
}

/** One more is read than asked for, to know whether there is a next page. */
function page(rows: PlacedItem[], limit: number, bound: Place | null): Found {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items, next: bound };
  return { items, next: { at: last.at, id: last.id } };
}
