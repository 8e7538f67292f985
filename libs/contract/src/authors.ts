import type { AuditEntry } from './audit.js';
import type { CommentStatus } from './comment-status.js';

/** How a site regards an author; `standingOf` of libs/moderation tells which it is. */
export const AUTHOR_STANDINGS = [
  'new',
  'known',
  'trusted',
  'premoderated',
  'suspended',
  'banned',
] as const;
export type AuthorStanding = (typeof AUTHOR_STANDINGS)[number];
/** The standings that a moderator sets; the others follow from what the author has posted. */
export const SET_STANDINGS = ['trusted', 'premoderated', 'suspended', 'banned'] as const;
export type SetStanding = (typeof SET_STANDINGS)[number];

/** An author, as far as a card shows them. */
export interface AuthorSummary {
  id: string;
  name: string | null;
  /** Whether the site's own server said who it is. */
  vouched: boolean;
  standing: AuthorStanding;
  /** ISO 8601; `null` unless suspended until a day. */
  suspendedUntil: string | null;
  /** Of the last 50 comments. */
  published: number;
  rejected: number;
  /** ISO 8601. */
  firstSeenAt: string;
}

/** An author with their past. */
export interface AuthorCard extends AuthorSummary {
  site: { id: string; name: string };
  /** What a moderator has set; `null`: nothing. */
  set: SetStanding | null;
  totals: Record<Exclude<CommentStatus, 'deleted'>, number>;
  /** What moderators did with them, newest first. */
  actions: AuditEntry[];
}
