import type { AuthorSummary } from './authors.js';
import type { Actor } from './comment-status.js';
import type { CommentDecision } from './comments.js';
import type { Placement } from './reading.js';
import type {
  ExplainedFinding,
  ModeratorName,
  ReportSummary,
  ReviewComment,
  ReviewNote,
} from './review-comments.js';
import type { ReviewItem } from './reviews.js';

/** One step in the life of a comment. */
export interface HistoryDecision extends CommentDecision {
  by: ModeratorName | null;
  details: Record<string, string | number>;
  rejectReason: { id: string; title: string } | null;
  undone: boolean;
}

/** What can happen to a comment besides decisions and notes. */
export const HISTORY_EVENTS = ['pinned', 'unpinned', 'featured', 'unfeatured', 'appealed'] as const;
export type HistoryEventName = (typeof HISTORY_EVENTS)[number];

/** That a comment was set off for readers, or no longer, or that its author appealed. */
export interface HistoryEvent {
  id: string;
  event: HistoryEventName;
  actor: Actor;
  /** The moderator; `null` when it was not one. */
  by: ModeratorName | null;
  /** ISO 8601. */
  at: string;
}

/** Everything about one comment. */
export interface CommentHistory {
  comment: ReviewComment;
  author: AuthorSummary | null;
  placement: Placement;
  /** The open item, or the latest closed one. */
  item: ReviewItem | null;
  /** Newest first. */
  revisions: {
    revision: number;
    body: string;
    /** ISO 8601. */
    at: string;
    findings: ExplainedFinding[];
  }[];
  /** Newest first. */
  decisions: HistoryDecision[];
  notes: ReviewNote[];
  /** Newest first. */
  events: HistoryEvent[];
  reports: ReportSummary | null;
  appeal: { text: string; at: string } | null;
}
