import type { VerdictStatus } from './comment-status.js';
import type { TextSpan } from './finding.js';
import type { ExplainedFinding, ReviewComment } from './review-comments.js';

/** What would become of a comment; `refused`: the policy takes none, so that nobody could post it. */
export const TRIED_STATUSES = ['published', 'held', 'rejected', 'refused'] as const;
export type TriedStatus = VerdictStatus | 'refused';

/** What a policy would make of a text, and why. */
export interface TriedVerdict {
  status: TriedStatus;
  /** A code, what its sentence needs, and the sentence in English with the words quoted. */
  reason: string;
  details: Record<string, string | number>;
  explanation: string;
  /** The words that object, in order, not overlapping. */
  spans: TextSpan[];
}

/** The same with all that the checks found. */
export interface ExplainedVerdict extends TriedVerdict {
  findings: ExplainedFinding[];
}

/** A text under the policy in force and under one that is not. Nothing of it is stored. */
export interface PolicyTrial {
  /** The text as it was judged, which the spans are offsets into. */
  body: string;
  /** Of the policy in force. */
  version: number;
  inForce: ExplainedVerdict;
  /** `null` where no draft was given. */
  draft: ExplainedVerdict | null;
}

/** A comment that a draft would decide otherwise than the policy in force. */
export interface RetriedComment {
  comment: ReviewComment;
  inForce: TriedVerdict;
  draft: TriedVerdict;
}

/** The latest comments of a site or a section under a draft, by what the checks found in them when they came. */
export interface LatestTrial {
  /** Of the policy in force. */
  version: number;
  /** How many comments were looked at. */
  looked: number;
  /** ISO 8601; when the oldest of them was posted; `null` when there are none. */
  since: string | null;
  /** What differs in the draft and is not answered for, as in `flood.author.perMinute`: it takes a new check. */
  unanswered: string[];
  /** Those that would be decided otherwise, newest first. */
  comments: RetriedComment[];
}
