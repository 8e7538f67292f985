import type { Session } from '#database';
import { resolveScope } from './article-scope.js';
import { countFilters } from './item-source.js';
import { type Gate, isRare, readAlong, readBound, readThrough, type Search } from './read-items.js';
import type { Found, Place, PlacedItem, ReviewFilter, ReviewQuery } from './review-query.js';
import { isIndexed, termsOf, textCondition } from './text-terms.js';

/** Rows that are looked at for what no one index finds, before the page is given as it is. */
const WALK = 2_500;
/** Rows that are looked at for a word or a score before an index of words or scores is asked. */
const STEP = 1_000;
const STEPS = 2;
/** So few on the way mean that what is asked for is rare: an index finds all of it, and it can be put in order. */
const FEW = 5;
/** Rows with a score within a range that can be put in order within milliseconds. */
const RARE = 5_000;

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
  if (!mayHaveGate(query)) return walk(session, search, WALK);
  return (await findCommon(session, search)) ?? findRare(session, search);
}

/**
 * Going along the queue, a step at a time; `null` when what is asked for is too rare for that. What is
 * neither common nor rare makes pages of some items each: to fill one, thousands of rows would be read.
 */
async function findCommon(session: Session, search: Search): Promise<Found | null> {
  const { limit } = search;
  let found: Found = { items: [], next: search.after };
  for (let step = 0; step < STEPS; step += 1) {
    // From where the last step ended: nothing is looked at twice.
    const rest = { ...search, after: found.next, limit: limit - found.items.length };
    const { items, next } = await walk(session, rest, STEP);
    found = { items: [...found.items, ...items], next };
    if (found.items.length >= Math.min(FEW, limit) || next === null) return found;
  }
  return null;
}

/** By an index that does not know the order of the queue: of what is rare, all can be put in order. */
async function findRare(session: Session, search: Search): Promise<Found> {
  const gate = await gateOf(session, search);
  if (gate === null) return walk(session, search, WALK);
  return page(await readThrough(session, gate, search), search.limit, null);
}

function isServedByOneIndex({ queue, filter }: ReviewQuery): boolean {
  // What one moderator has claimed is never much.
  if (queue === 'mine') return true;
  const filters = countFilters(filter);
  const { minScore, maxScore, text, openedAfter, openedBefore } = filter;
  const aged = openedAfter !== undefined || openedBefore !== undefined;
  if (queue === 'decided') {
    return (filters === 0 || (filters === 1 && filter.decidedBy !== undefined)) && !aged;
  }
  return filters <= 1 && text === undefined && minScore === undefined && maxScore === undefined;
}

/** Whether there is an index over what is asked for, beside those in the order of the queue; there is none over what is closed. */
function mayHaveGate({ queue, filter }: ReviewQuery): boolean {
  if (queue === 'decided') return false;
  return isIndexed(termsOf(filter.text ?? '')) || scoreGate(filter) !== null;
}

async function gateOf(session: Session, search: Search): Promise<Gate | null> {
  const { filter } = search.query;
  const terms = termsOf(filter.text ?? '');
  if (isIndexed(terms)) {
    return { condition: (text) => textCondition(terms, text), coversText: true };
  }
  const byScore = scoreGate(filter);
  return byScore !== null && (await isRare(session, byScore, search, RARE)) ? byScore : null;
}

function scoreGate({ minScore, maxScore }: ReviewFilter): Gate | null {
  if (minScore === undefined && maxScore === undefined) return null;
  return {
    condition: (text) =>
      `item.score BETWEEN ${text.param(minScore ?? 0, 'real')} AND ${text.param(maxScore ?? 1, 'real')}`,
    coversText: false,
  };
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
