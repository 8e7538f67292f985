import type { CommentStatus } from '#contract';

export const COMMENT_STATUS_CHOICES = [
  'published',
  'held',
  'rejected',
  'pending',
] as const satisfies readonly CommentStatus[];

const NAMES = ['text', 'status', 'site', 'author', 'article'] as const;
/** What is looked for, as it stands in the address. */
export type SearchFilters = Partial<Record<(typeof NAMES)[number], string | undefined>>;

export function readSearchFilters(search: Record<string, unknown>): SearchFilters {
  const read: SearchFilters = {};
  for (const name of NAMES) {
    const value = search[name];
    if (typeof value === 'string' && value.trim() !== '') read[name] = value.trim();
  }
  return read;
}
