import type { Actor, CommentStatus } from './comment-status.js';
import type { CommentDecision } from './comments.js';
import type { Finding, Label, TextSpan } from './finding.js';
import type { Placement } from './reading.js';

/** Why a comment waits for a moderator: the checks or the policy held it, readers reported it, its author appealed. */
export const REVIEW_KINDS = ['held', 'reported', 'appealed'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What a moderator can look through: open items by kind, those claimed by oneself, those decided. */
export const REVIEW_QUEUES = [...REVIEW_KINDS, 'mine', 'decided'] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** What a moderator can make of an item. */
export const REVIEW_ACTIONS = ['approve', 'reject'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** Why a reader reported a comment. */
export const REPORT_REASONS = ['abuse', 'hate', 'spam', 'off-topic', 'private', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

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

/** A moderator as others see them. */
export interface ModeratorName {
  id: string;
  name: string;
}

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

/** A finding with its sentence. */
export interface ExplainedFinding extends Finding {
  /** The reason as an English sentence, with the words that made a score. */
  explanation: string;
}

/** What readers said about a comment since it was last decided. */
export interface ReportSummary {
  count: number;
  /** The sum of the reporters' weights, which the policy's threshold is compared with. */
  weight: number;
  reasons: Partial<Record<ReportReason, number>>;
  /** What they wrote, newest first, five at most. */
  details: string[];
}

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

/** A canned reason of a site. */
export interface RejectReason {
  id: string;
  /** 1 to 9: its digit on the keyboard, and its place. */
  position: number;
  title: string;
  /** What the author is told; plain text. */
  authorText: string;
}

/** A moderator's remark about a comment. */
export interface ReviewNote {
  id: string;
  by: ModeratorName | null;
  text: string;
  /** ISO 8601. */
  at: string;
}

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

/** Comments in a list: of an author, or found. */
export interface ReviewCommentPage {
  comments: ReviewComment[];
  next: string | null;
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

/** One line of the audit trail; never changed once written. */
export interface AuditEntry {
  id: string;
  site: string;
  /** ISO 8601. */
  at: string;
  actor: Actor;
  by: ModeratorName | null;
  /** As in `comment.rejected`, `author.banned`, `policy.written`. */
  action: string;
  subject: {
    type:
      'comment' | 'author' | 'policy' | 'reason' | 'moderator' | 'integration-key' | 'coral-secret';
    id: string;
  };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  reason: string | null;
  note: string | null;
  policyVersion: number | null;
  modelVersion: string | null;
}

export interface AuditPage {
  entries: AuditEntry[];
  next: string | null;
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
