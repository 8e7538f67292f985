import type { Actor, CommentStatus } from './comment-status.js';
import type { Finding } from './finding.js';

/** The answer to a posted or edited comment. */
export interface SubmitCommentResult {
  /** UUIDv7. */
  id: string;
  status: CommentStatus;
  /** Where the status is read, relative to the service's address. */
  statusUrl: string;
  /** Proof of authorship for a later edit or deletion, to be sent as `X-Author-Token`. */
  authorToken: string;
}

/** One move of a comment from a status to another; never changed once written. */
export interface CommentDecision {
  id: string;
  revision: number;
  from: CommentStatus;
  to: CommentStatus;
  actor: Actor;
  /** A code, as in `LINK_BLOCKED` or `CLEAN`. */
  reason: string;
  /** The reason as an English sentence. */
  explanation: string;
  policyVersion: number | null;
  /** ISO 8601. */
  decidedAt: string;
}

/** Why a comment was rejected, in words for its author. */
export interface Rejection {
  title: string;
  text: string;
}

/** A comment as anybody with the site's public key may see it. */
export interface CommentView {
  id: string;
  article: string;
  parentId: string | null;
  status: CommentStatus;
  /** Whether readers see it: it and every comment above it are published. */
  shown: boolean;
  revision: number;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; `null` if never edited. */
  editedAt: string | null;
  /** The text, if the comment is shown or the asker is its author or the site; else `null`. */
  body: string | null;
  authorName: string | null;
  /** What a moderator who rejected it by a canned reason tells its author; `null` for everybody but the author and the site. */
  rejection: Rejection | null;
}

/** A comment as the site's own servers see it. */
export interface CommentDetail extends CommentView {
  authorId: string | null;
  /** The latest decision, `null` while the first is pending. */
  decision: CommentDecision | null;
  /** What the checks found at the latest verdict. */
  findings: Finding[];
}
