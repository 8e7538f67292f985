import type { Actor } from './comment-status.js';
import type { ModeratorName } from './review-comments.js';

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
      | 'comment'
      | 'author'
      | 'policy'
      | 'reason'
      | 'moderator'
      | 'integration-key'
      | 'coral-secret'
      | 'site'
      | 'site-key';
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
