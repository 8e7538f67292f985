import type { Actor, CommentStatus } from '#contract';

/** Which lines of the trail are wanted; what is left out does not matter. */
export interface AuditFilter {
  siteIds: string[];
  actor?: Actor | undefined;
  /** A moderator's id. */
  moderator?: string | undefined;
  action?: string | undefined;
  /** The id of what it was done to. */
  subject?: string | undefined;
  /** From this moment on, and before that one. */
  from?: Date | undefined;
  to?: Date | undefined;
}

/** What a move of a comment is called, by the status that it led to: only an edit makes a comment wait for its checks. */
export const MOVE_ACTIONS: Readonly<Record<CommentStatus, string>> = {
  pending: 'comment.edited',
  published: 'comment.published',
  held: 'comment.held',
  rejected: 'comment.rejected',
  deleted: 'comment.deleted',
};
