import type { AuthorSummary } from './authors.js';
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
  reports: ReportSummary | null;
  appeal: { text: string; at: string } | null;
}
