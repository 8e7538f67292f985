import type { ReviewQueue } from '#contract';
import type { QueryText } from './query-text.js';
import type { Place, ReviewFilter, ReviewQuery } from './review-query.js';

/** The sites that are looked through; where an article is asked for, each with its own id of it. */
export interface Scope {
  siteIds: string[];
  articleIds: string[] | null;
}

/** The longest head start that `headStartSeconds` of libs/moderation gives. */
const LONGEST_HEAD_START = '8 hours';

/** The filters that an index has in the order of the queue, the most selective first. */
const EQUAL = [
  ['campaign', 'campaign_id', 'uuid'],
  ['decidedBy', 'decided_by', 'uuid'],
  ['author', 'author_id', 'uuid'],
  ['reason', 'reason', 'text'],
  ['label', 'label', 'text'],
  ['section', 'section', 'text'],
  ['language', 'language', 'text'],
  ['kind', 'kind', 'text'],
] as const satisfies readonly (readonly [keyof ReviewFilter, string, string])[];

/** `site` as a table of the sites and what they call the article. */
export function sitesTable({ siteIds, articleIds }: Scope, text: QueryText): string {
  const sites = text.param(siteIds, 'uuid[]');
  if (articleIds === null) return `unnest(${sites}) AS site (id)`;
  return `unnest(${sites}, ${text.param(articleIds, 'uuid[]')}) AS site (id, article_id)`;
}

/** Which rows a queue holds, of the site at hand. */
export function queueConditions(
  { queue, moderatorId }: ReviewQuery,
  scope: Scope,
  text: QueryText,
): string[] {
  const ofSite = 'item.site_id = site.id';
  const ofArticle = scope.articleIds === null ? [] : ['item.article_id = site.article_id'];
  if (queue === 'decided') return [ofSite, ...ofArticle, 'item.action IS NOT NULL'];
  const open = [ofSite, ...ofArticle, 'item.closed_at IS NULL'];
  if (queue !== 'mine') return [...open, `item.kind = ${text.param(queue, 'text')}`];
  const me = text.param(moderatorId, 'uuid');
  // An array, so that the few items are looked up and not the queue gone through for them.
  const claimed = `item.id = ANY (ARRAY(
    SELECT claim.item_id FROM review_claims AS claim
    WHERE claim.moderator_id = ${me} AND claim.site_id = site.id
  ))`;
  return [...open, claimed, `item.claimed_by = ${me}`, 'item.claimed_until > now()'];
}

/** The condition by which an index is walked, if a filter gives one besides the queue's own. */
export function drivingCondition(filter: ReviewFilter, text: QueryText): string[] {
  const first = EQUAL.find(([name]) => filter[name] !== undefined);
  return first === undefined ? [] : equalConditions({ [first[0]]: filter[first[0]] }, text);
}

/** What the filter asks for, except of the text. */
export function filterConditions(filter: ReviewFilter, text: QueryText): string[] {
  const { minScore, maxScore, openedAfter, openedBefore } = filter;
  const conditions = equalConditions(filter, text);
  if (minScore !== undefined) conditions.push(`item.score >= ${text.param(minScore, 'real')}`);
  if (maxScore !== undefined) conditions.push(`item.score <= ${text.param(maxScore, 'real')}`);
  if (openedAfter !== undefined) {
    const after = text.param(openedAfter, 'timestamptz');
    conditions.push(`item.opened_at >= ${after}`);
    conditions.push(`item.due_at >= ${after} - interval '${LONGEST_HEAD_START}'`);
  }
  if (openedBefore !== undefined) {
    const before = text.param(openedBefore, 'timestamptz');
    conditions.push(`item.opened_at < ${before}`, `item.due_at < ${before}`);
  }
  return conditions;
}

function equalConditions(filter: ReviewFilter, text: QueryText): string[] {
  return EQUAL.flatMap(([name, column, type]) => {
    const value = filter[name];
    return value === undefined ? [] : [`item.${column} = ${text.param(value, type)}`];
  });
}

/** The filters that are given. */
export function filtersOf(filter: ReviewFilter): (keyof ReviewFilter)[] {
  return (Object.keys(filter) as (keyof ReviewFilter)[]).filter(
    (name) => filter[name] !== undefined,
  );
}

/** What a queue is ordered by, and how a place stands in it. */
export class QueueOrder {
  private readonly column: string;
  private readonly descending: boolean;

  constructor(queue: ReviewQueue) {
    this.descending = queue === 'decided';
    this.column = this.descending ? 'closed_at' : 'due_at';
  }

  /** As a caller can keep it: to the microsecond, whatever the server's style of dates. */
  get at(): string {
    return `to_char(item.${this.column} AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' AS at`;
  }

  get by(): string {
    const direction = this.descending ? ' DESC' : '';
    return `item.${this.column}${direction}, item.id${direction}`;
  }

  /** The order of rows that have been read with {@link at}. */
  get byRead(): string {
    const direction = this.descending ? ' DESC' : '';
    return `found.at${direction}, found.id${direction}`;
  }

  behind(place: Place | null, text: QueryText): string[] {
    return place === null ? [] : [this.compare(this.descending ? '<' : '>', place, text)];
  }

  upTo(place: Place | null, text: QueryText): string[] {
    return place === null ? [] : [this.compare(this.descending ? '>=' : '<=', place, text)];
  }

  private compare(operator: string, { at, id }: Place, text: QueryText): string {
    const place = `(${text.param(at, 'timestamptz')}, ${text.param(id, 'uuid')})`;
    return `(item.${this.column}, item.id) ${operator} ${place}`;
  }
}
