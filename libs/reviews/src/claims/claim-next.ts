import type { Session } from '#database';
import type { ItemRef } from '../item-ref.js';
import { resolveScope } from '../list/article-scope.js';
import {
  filterConditions,
  queueConditions,
  QueueOrder,
  type Scope,
  sitesTable,
} from '../list/item-source.js';
import { QueryText } from '../list/query-text.js';
import { termsOf, textCondition } from '../list/text-terms.js';
import type { ReviewQuery } from '../list/review-query.js';

/** What is taken from, less some of it. */
type FreeQuery = ReviewQuery & { except?: string[] };

/**
 * Claims the next unclaimed items of a queue in one statement. Rows that somebody else is just
 * claiming or deciding are passed over and not waited for, so that moderators never queue up; a
 * lease that is over is as good as none.
 */
export async function claimNext(
  session: Session,
  query: FreeQuery,
  limit: number,
  seconds: number,
): Promise<ItemRef[]> {
  const scope = await resolveScope(session, query);
  if (scope.siteIds.length === 0 || limit === 0) return [];
  const text = new QueryText();
  const order = new QueueOrder(query.queue);
  const sites = sitesTable(scope, text);
  const conditions = freeConditions(query, scope, text);
  const rows = text.param(limit, 'integer');
  const next = `
    SELECT found.site_id, found.id
    FROM ${sites}
    CROSS JOIN LATERAL (
      SELECT item.site_id, item.id, item.due_at
      FROM review_items AS item
      WHERE ${conditions.join(' AND ')}
      ORDER BY ${order.by}
      LIMIT ${rows}
      FOR NO KEY UPDATE SKIP LOCKED
    ) AS found
    ORDER BY found.due_at, found.id
    LIMIT ${rows}`;
  const sql = `
    WITH next AS MATERIALIZED (${next}),
    claimed AS (
      UPDATE review_items AS item
      SET claimed_by = ${text.param(query.moderatorId, 'uuid')},
        claimed_until = now() + ${text.param(seconds, 'integer')} * interval '1 second'
      FROM next
      WHERE item.site_id = next.site_id AND item.id = next.id
      RETURNING item.site_id, item.id, item.due_at, item.claimed_by, item.claimed_until
    ),
    kept AS (
      INSERT INTO review_claims (moderator_id, site_id, item_id)
      SELECT claimed_by, site_id, id FROM claimed
      ON CONFLICT (moderator_id, site_id, item_id) DO UPDATE SET claimed_at = now()
    ),
    told AS (
      INSERT INTO review_events (site_id, kind, item_id, moderator_id, payload)
      SELECT site_id, 'claimed', id, claimed_by, jsonb_build_object('until', claimed_until)
      FROM claimed
    )
    SELECT site_id AS "siteId", id AS "itemId" FROM claimed ORDER BY due_at, id`;
  return session.query<{ siteId: string; itemId: string }>({ name: '', text: sql }, text.values);
}

/** Whether anything of a queue is nobody's. What a claim passed over because it was just being written to is among it. */
export async function isAnyFree(session: Session, query: FreeQuery): Promise<boolean> {
  const scope = await resolveScope(session, query);
  if (scope.siteIds.length === 0) return false;
  const text = new QueryText();
  const sites = sitesTable(scope, text);
  const sql = `
    SELECT EXISTS (
      SELECT FROM ${sites}
      CROSS JOIN LATERAL (
        SELECT FROM review_items AS item
        WHERE ${freeConditions(query, scope, text).join(' AND ')}
        LIMIT 1
      ) AS found
    ) AS "isFree"`;
  const [row] = await session.query<{ isFree: boolean }>({ name: '', text: sql }, text.values);
  return row?.isFree ?? false;
}

function freeConditions(query: FreeQuery, scope: Scope, text: QueryText): string[] {
  const { except = [] } = query;
  return [
    ...queueConditions(query, scope, text),
    ...filterConditions(query.filter, text),
    ...textConditions(query, text),
    '(item.claimed_until IS NULL OR item.claimed_until <= now())',
    ...(except.length === 0 ? [] : [`item.id <> ALL (${text.param(except, 'uuid[]')})`]),
  ];
}

/** As the index of texts serves it: who claims by a word wants a few, and goes through no queue for them. */
function textConditions({ filter }: ReviewQuery, text: QueryText): string[] {
  const terms = termsOf(filter.text ?? '');
  return terms.length === 0 ? [] : [textCondition(terms, text)];
}
