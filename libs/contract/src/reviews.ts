import type { AuthorSummary } from './authors.js';
import type { Actor, CommentStatus } from './comment-status.js';
import type { Label, TextSpan } from './finding.js';
import type {
  ExplainedFinding,
  ModeratorName,
  ReportSummary,
  ReviewComment,
  ReviewNote,
} from './review-comments.js';

/** Why a comment waits for a moderator: the checks or the policy held it, readers reported it, its author appealed. */
export const REVIEW_KINDS = ['held', 'reported', 'appealed'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a moderator can look through: open items by kind, those claimed by oneself, those decided. */
export const REVIEW_QUEUES = [...REVIEW_KINDS, 'mine', 'decided'] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** What a moderator can make of an item. */
export const REVIEW_ACTIONS = ['approve', 'reject'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** Who works on an item, and until when unless they go on. */
export interface ReviewClaim {
  by: ModeratorName;
  /** ISO 8601. */
  until: string;
}

/** How an item was decided. */
export interface ReviewDecision {
  /** Names the whole bulk: what `undo` takes back. */
  batchId: string | null;
  action: ReviewAction;
  by: ModeratorName | null;
  reason: { id: string; title: string } | null;
  /** ISO 8601. */
  at: string;
  /** ISO 8601; until when it can be undone by its maker; `null` when that is over. */
  undoableUntil: string | null;
}

/** The rejection that an author appeals against. */
export interface ReviewRejection {
  actor: Actor;
  /** The moderator; `null` when it was not one. */
  by: ModeratorName | null;
  /** The canned reason that the author was told; `null` when nobody chose one. */
  rejectReason: { id: string; title: string } | null;
  /** A code, what its sentence needs, and the sentence in English. */
  reason: string;
  details: Record<string, string | number>;
  explanation: string;
  /** ISO 8601. */
  at: string;
}

/** One comment that waits for a moderator, or did. */
export interface ReviewItem {
  id: string;
  /** Grows with every change; a decision names the one that its maker saw. */
  version: number;
  kind: ReviewKind;
  comment: ReviewComment;
  /** `null` when nobody signed. */
  author: AuthorSummary | null;
  /** Why it is here: a code, its details and the English sentence with the words quoted. */
  reason: string;
  details: Record<string, string | number>;
  explanation: string;
  /** The label that brought it here; `null` when something else did. */
  label: Label | null;
  score: number | null;
  /** The words that made it come here, in order, not overlapping. */
  spans: TextSpan[];
  /** What the checks found in this revision. */
  findings: ExplainedFinding[];
  policyVersion: number | null;
  reports: ReportSummary | null;
  appeal: { text: string; at: string } | null;
  /** What the appeal is against; `null` for items of other kinds. */
  rejection: ReviewRejection | null;
  /** The newest notes about the comment, newest first, three at most. */
  notes: ReviewNote[];
  /** The near-duplicates that wait together with it, counted up to 1,000. */
  campaign: { id: string; size: number } | null;
  claim: ReviewClaim | null;
  decision: ReviewDecision | null;
  /** ISO 8601. */
  openedAt: string;
}

export interface ReviewPage {
  items: ReviewItem[];
  /** Gives the page behind this one; `null` at the end. */
  next: string | null;
}

/** How much waits in each queue: an exact number up to 1,000. */
export interface QueueSize {
  count: number;
  /** Whether there are more than `count`. */
  more: boolean;
}
export type QueueSizes = Record<ReviewKind | 'campaigns' | 'mine', QueueSize>;

/** Near-duplicates that wait together. */
export interface CampaignCard {
  id: string;
  site: { id: string; name: string };
  /** Counted up to 10,000. */
  size: number;
  /** Each comment that nobody signed counts as one. */
  authors: number;
  articles: number;
  /** Whether it is too large to count all its authors and articles: then there are at least so many. */
  more: boolean;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
  /** Three at most, as different from each other as they come. */
  examples: ReviewItem[];
}

export interface CampaignPage {
  campaigns: CampaignCard[];
  next: string | null;
}

/** What a moderator takes on. */
export interface ClaimResult {
  items: ReviewItem[];
  /** ISO 8601; until when they are theirs without a heartbeat. */
  until: string;
}

/** Why an item was left as it is. */
export const CONFLICT_CODES = ['DECIDED', 'CHANGED', 'CLAIMED', 'GONE'] as const;
export type ConflictCode = (typeof CONFLICT_CODES)[number];

/** An item that somebody else was faster with. */
export interface ReviewConflict {
  id: string;
  code: ConflictCode;
  /** One English sentence that says by whom and how. */
  detail: string;
  by: ModeratorName | null;
  action: ReviewAction | null;
  /** ISO 8601; when it happened. */
  at: string | null;
  /** The item's version by now; `null` when it is gone. */
  version: number | null;
}

/** What became of a bulk of decisions. */
export interface DecideResult {
  /** Names the bulk, for undo; `null` when nothing was decided. */
  id: string | null;
  decided: { id: string; version: number; status: CommentStatus }[];
  conflicts: ReviewConflict[];
  /** ISO 8601; `null` when nothing was decided. */
  undoableUntil: string | null;
}

/** What an undo brought back into its queue. */
export interface UndoResult {
  restored: { id: string; version: number; status: CommentStatus }[];
  /** What others have moved on since. */
  conflicts: ReviewConflict[];
}

/** What the stream tells; `id` of a server-sent event is where to resume. */
export type ReviewEvent =
  | { type: 'opened' | 'reopened' | 'closed'; site: string; item: string; kind: ReviewKind }
  | { type: 'claimed'; site: string; item: string; by: ModeratorName; until: string }
  | { type: 'released'; site: string; item: string }
  | {
      type: 'decided';
      site: string;
      item: string;
      by: ModeratorName | null;
      action: ReviewAction;
    }
  /** The stream cannot be resumed from there: read everything again. */
  | { type: 'reset' };
