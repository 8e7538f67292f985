import type { Label, ReviewKind } from '#contract';
import type { ClaimableQueue } from '../api/reviews.js';

/** The filters of the queue, as they stand in the address. */
export const FILTER_NAMES = [
  'site',
  'section',
  'label',
  'language',
  'reason',
  'age',
  'minScore',
  'maxScore',
  'text',
  'article',
  'author',
  'campaign',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
export type QueueFilters = Partial<Record<FilterName, string>>;

/** Of the filters the site alone, which stays when the others go. */
export const siteOf = ({ site }: QueueFilters): QueueFilters =>
  site === undefined ? {} : { site };

/** Whether anything but the site narrows the queue down. */
export const isNarrowed = (filters: QueueFilters): boolean =>
  FILTER_NAMES.some((name) => name !== 'site' && filters[name] !== undefined);

/** How long ago something came in; `over` is longer ago than that, `under` since then. */
export const AGES = ['under-1', 'over-1', 'over-4', 'over-24'] as const;

/** What can be asked for by label, the likeliest first. */
export const FILTER_LABELS = [
  'toxicity',
  'severe-toxicity',
  'insult',
  'obscene',
  'threat',
  'identity-attack',
  'spam',
  'link-count',
  'blocked-link',
  'banned-word',
  'suspect-word',
  'profanity',
  'repeat-by-author',
  'repeat-across-authors',
  'flood',
  'author-new',
  'author-premoderated',
  'capitals',
  'gibberish',
  'not-scored',
] as const satisfies readonly Label[];

/** What of an address is a filter; anything else is left out. */
export function readFilters(search: Record<string, unknown>): QueueFilters {
  const filters: QueueFilters = {};
  for (const name of FILTER_NAMES) {
    const value = search[name];
    if (typeof value === 'string' && value.trim() !== '') filters[name] = value.trim();
  }
  return filters;
}

const HOUR_MS = 3_600_000;

/** The filters as the service takes them. */
export function toQuery(
  { age, minScore, maxScore, ...rest }: QueueFilters,
  now: number,
): Record<string, string | number> {
  const query: Record<string, string | number> = { ...rest };
  if (minScore !== undefined) query['minScore'] = Number(minScore);
  if (maxScore !== undefined) query['maxScore'] = Number(maxScore);
  const [, side, hours] = /^(under|over)-(\d+)$/.exec(age ?? '') ?? [];
  if (side !== undefined) {
    const at = new Date(now - Number(hours) * HOUR_MS).toISOString();
    query[side === 'over' ? 'openedBefore' : 'openedAfter'] = at;
  }
  return query;
}

const CLAIMABLE = ['held', 'reported', 'appealed', 'mine'] as const satisfies readonly (
  ReviewKind | 'mine'
)[];

export const isClaimable = (name: string): name is ClaimableQueue =>
  (CLAIMABLE as readonly string[]).includes(name);

/** One name for a queue with its filters, to tell desks apart. */
export const deskKey = (queue: ClaimableQueue, filters: QueueFilters): string =>
  JSON.stringify([queue, FILTER_NAMES.map((name) => filters[name] ?? null)]);

/** Reasons that no label stands for. */
export const FILTER_REASONS = [
  'REVIEW_FIRST',
  'REPORTED',
  'EDITED',
  'RECHECKED',
  'CHECK_FAILED',
  'CHECK_TIMED_OUT',
  'NEVER_CHECKED',
] as const;
