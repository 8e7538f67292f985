/** Where a comment stands. Only `published` is shown and counted. */
export const COMMENT_STATUSES = ['pending', 'published', 'held', 'rejected', 'deleted'] as const;
export type CommentStatus = (typeof COMMENT_STATUSES)[number];

/** What the checks can decide about a pending comment. */
export const VERDICT_STATUSES = ['published', 'held', 'rejected'] as const;
export type VerdictStatus = (typeof VERDICT_STATUSES)[number];

/** Who moved a comment from one status to another. */
export const ACTORS = ['check', 'moderator', 'report', 'author', 'site', 'system'] as const;
export type Actor = (typeof ACTORS)[number];
