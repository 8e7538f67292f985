import type { Actor, CommentStatus, Finding, Label, ReviewKind } from '#contract';

/** Names one comment. */
export interface CommentRef {
  siteId: string;
  commentId: string;
}

/** A comment as it is while the transaction holds its thread. */
export interface LockedComment extends CommentRef {
  articleId: string;
  status: CommentStatus;
  revision: number;
  rechecks: number;
  createdAt: Date;
}

/** What a moderator's queue is told about a comment that waits from now on. */
export interface NewReview {
  kind: ReviewKind;
  /** Of the finding that brought it here; `null` when something else did. */
  label: Label | null;
  score: number | null;
  /** By how much it goes before what comes at the same time: `headStartSeconds` of libs/moderation. */
  headStartSeconds: number;
  /** As `languageOf` of libs/moderation names it. */
  language: string | null;
}

/** A closed item that is open again, because its decision was taken back. */
export interface ReopenedReview {
  itemId: string;
  /** Who took it back, and has it claimed for so many seconds. */
  moderatorId: string;
  claimSeconds: number;
}

/** One arrow of the status table, taken by somebody for a reason. */
export interface Move {
  comment: LockedComment;
  to: CommentStatus;
  /** The revision from now on; an edit brings a new one. */
  revision: number;
  actor: Actor;
  actorId: string | null;
  reason: string;
  details: Record<string, string | number>;
  findings: Finding[];
  policyVersion: number | null;
  /** Seconds until checks that could not run are run again; `null`: not at all. */
  recheckAfter: number | null;
  /** How often they have been. */
  rechecks: number;
  /** What the moderators' queue is told; for moves to `held`. */
  review?: NewReview;
  /** The item that is open again, for a decision that is taken back; none is made then. */
  reopens?: ReopenedReview;
  /** The bulk of decisions that it belongs to. */
  batchId?: string;
}
