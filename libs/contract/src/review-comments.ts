import type { CommentStatus } from './comment-status.js';
import type { Finding } from './finding.js';

/** A moderator as others see them. */
export interface ModeratorName {
  id: string;
  name: string;
}

/** A comment as moderators see it, whatever its status. */
export interface ReviewComment {
  id: string;
  site: { id: string; name: string };
  status: CommentStatus;
  revision: number;
  /** Empty when it was deleted. */
  body: string;
  authorName: string | null;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; `null` if never edited. */
  editedAt: string | null;
  /** BCP 47, as in `en` or `zh`; `null` where the text is too short to tell. */
  language: string | null;
  article: {
    /** The site's own id. */
    id: string;
    title: string | null;
    url: string | null;
    section: string | null;
    published: number;
  };
  /** The comment that it answers. */
  parent: { id: string; authorName: string | null; body: string; status: CommentStatus } | null;
}

/** Comments in a list: of an author, or found. */
export interface ReviewCommentPage {
  comments: ReviewComment[];
  next: string | null;
}

/** A finding with its sentence. */
export interface ExplainedFinding extends Finding {
  /** The reason as an English sentence, with the words that made a score. */
  explanation: string;
}

/** Why a reader reported a comment. */
export const REPORT_REASONS = ['abuse', 'hate', 'spam', 'off-topic', 'private', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** What readers said about a comment since it was last decided. */
export interface ReportSummary {
  count: number;
  /** The sum of the reporters' weights, which the policy's threshold is compared with. */
  weight: number;
  reasons: Partial<Record<ReportReason, number>>;
  /** What they wrote, newest first, five at most. */
  details: string[];
}

/** A moderator's remark about a comment. */
export interface ReviewNote {
  id: string;
  by: ModeratorName | null;
  text: string;
  /** ISO 8601. */
  at: string;
}

/** A canned reason of a site. */
export interface RejectReason {
  id: string;
  /** 1 to 9: its digit on the keyboard, and its place. */
  position: number;
  title: string;
  /** What the author is told; plain text. */
  authorText: string;
}
