import type { Session } from '#database';
import type { Gate } from './gates.js';
import {
  drivingCondition,
  filterConditions,
  queueConditions,
  QueueOrder,
  type Scope,
  sitesTable,
} from './item-source.js';
import { QueryText } from './query-text.js';
import type { Place, PlacedItem, ReviewQuery } from './review-query.js';
import { plainTextCondition, termsOf } from './text-terms.js';

/** A query with what was settled about it. */
export interface Search {
  query: ReviewQuery;
  scope: Scope;
  after: Place | null;
  limit: number;
}

/**
 * Statements without a name are planned for the values at hand: which index is the best hangs on how
 * rare a value is, and there are too many combinations of filters to keep a plan of each.
 */
const UNNAMED = '';

/** The place that is so many rows behind the one where the search begins; `null` when the end is nearer. */
export async function readBound(
  session: Session,
  { query, scope, after }: Search,
  rows: number,
): Promise<Place | null> {
  const text = new QueryText();
  const order = new QueueOrder(query.queue);
  const sites = sitesTable(scope, text);
  const conditions = [
    ...queueConditions(query, scope, text),
    ...drivingCondition(query.filter, text),
    ...order.behind(after, text),
  ];
  const sql = `
    SELECT found.at, found.id
    FROM ${sites}
    CROSS JOIN LATERAL (
      SELECT ${order.at}, item.id FROM review_items AS item
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${order.by}
      OFFSET ${rows} LIMIT 1
    ) AS found
    ORDER BY ${order.byRead}
    LIMIT 1`;
  const [bound] = await session.query<Place>({ name: UNNAMED, text: sql }, text.values);
  return bound ?? null;
}

/** The items behind a place, up to another one, found by going along the queue; one more than asked for. */
export function readAlong(
  session: Session,
  { query, scope, after, limit }: Search,
  bound: Place | null,
): Promise<PlacedItem[]> {
  const text = new QueryText();
  const order = new QueueOrder(query.queue);
  const sites = sitesTable(scope, text);
  const conditions = [
    ...queueConditions(query, scope, text),
    ...filterConditions(query.filter, text),
    ...walkedTextConditions(query, text),
    ...order.behind(after, text),
    ...order.upTo(bound, text),
  ];
  const rows = text.param(limit + 1, 'integer');
  const sql = `
    SELECT found."siteId", found.id, found.at
    FROM ${sites}
    CROSS JOIN LATERAL (
      SELECT item.site_id AS "siteId", item.id, ${order.at}
      FROM review_items AS item
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${order.by}
      LIMIT ${rows}
    ) AS found
    ORDER BY ${order.byRead}
    LIMIT ${rows}`;
  return session.query<PlacedItem>({ name: UNNAMED, text: sql }, text.values);
}

/** Closed items keep no text of their own: what they said is with the comment. */
function walkedTextConditions({ queue, filter }: ReviewQuery, text: QueryText): string[] {
  const terms = termsOf(filter.text ?? '');
  if (terms.length === 0) return [];
  if (queue !== 'decided') return [plainTextCondition(terms, 'item.search_text', text)];
  return [
    `EXISTS (
      SELECT FROM comments AS comment
      WHERE comment.site_id = item.site_id AND comment.id = item.comment_id
        AND ${plainTextCondition(terms, 'lower(comment.body)', text)}
    )`,
  ];
}

/** The items behind a place, found by an index that does not know the queue's order; one more than asked for. */
export function readThrough(session: Session, gate: Gate, search: Search): Promise<PlacedItem[]> {
  const { query, scope, after, limit } = search;
  const text = new QueryText();
  const order = new QueueOrder(query.queue);
  const sites = sitesTable(scope, text);
  const gated = gateConditions(gate.condition(text), search, text);
  const conditions = [
    ...queueConditions(query, scope, text),
    ...filterConditions(query.filter, text),
    ...(gate.rest.length === 0 ? [] : [plainTextCondition(gate.rest, 'item.search_text', text)]),
    ...order.behind(after, text),
  ];
  // Places are written out for those that are left, and not for all that are put in order.
  const sql = `
    SELECT item.site_id AS "siteId", item.id, ${order.at}
    FROM (
      SELECT item.*
      FROM (SELECT * FROM review_items AS item WHERE ${gated} OFFSET 0) AS item
      JOIN ${sites} ON ${conditions.join(' AND ')}
      ORDER BY ${order.by}
      LIMIT ${text.param(limit + 1, 'integer')}
    ) AS item
    ORDER BY ${order.by}`;
  return session.query<PlacedItem>({ name: UNNAMED, text: sql }, text.values);
}

/** About how many rows pass the gate, as the planner has it from its statistics; no row is read. */
export async function estimateRows(session: Session, gate: Gate, search: Search): Promise<number> {
  const text = new QueryText();
  const sql = `EXPLAIN (FORMAT JSON)
    SELECT FROM review_items AS item WHERE ${gateConditions(gate.known(text), search, text)}`;
  const [row] = await session.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    { name: UNNAMED, text: sql },
    text.values,
  );
  return row?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

function gateConditions(gated: string, { query, scope }: Search, text: QueryText): string {
  const sites = `item.site_id = ANY (${text.param(scope.siteIds, 'uuid[]')})`;
  const kind = `item.kind = ${text.param(query.queue, 'text')}`;
  return ['item.closed_at IS NULL', sites, kind, gated].join(' AND ');
}
