import type { CommentDetail, CommentStatus, CommentView } from '#contract';
import type { HttpAnswer } from '../http/http-client.js';
import type { Waiting } from './waitlist.js';

/** The verdict on a comment, as it was seen from outside. */
export interface Verdict {
  id: string;
  status: Exclude<CommentStatus, 'pending'>;
  /** The code of what decided; `null` without the site's secret. */
  reason: string | null;
  /** Time of `performance.now`. */
  seenAt: number;
  /** From the 202 to the answer that shows the verdict. */
  observedMs: number;
  /** Whether the verdict may have been there before it was asked for, so that `observedMs` is too long. */
  isUpperBound: boolean;
  /** From the comment's creation to its decision by the service's clock; `null` without the site's secret. */
  serviceMs: number | null;
}

/** A comment looked for later than this after it was last known to be pending was looked for late. */
const LATE_MS = 50;
/** A poll that was open for longer than this was waiting for the verdict, and did not find it there. */
const WAITED_MS = 250;

/** Reads the answer to a poll: a verdict, `gone` if there is no such comment, or `unknown` if it must be asked again. */
export function readOutcome(
  waiting: Waiting,
  startedAt: number,
  answer: HttpAnswer,
): Verdict | 'gone' | 'unknown' {
  if (answer.status === 404 || answer.status === 410) return 'gone';
  const comment = answer.status === 200 ? parseComment(answer.text) : null;
  if (comment === null || comment.status === 'pending') return 'unknown';
  const seenAt = performance.now();
  const decision = comment.decision ?? null;
  return {
    id: waiting.id,
    status: comment.status,
    reason: decision?.reason ?? null,
    seenAt,
    observedMs: seenAt - waiting.acceptedAt,
    isUpperBound: startedAt - waiting.lastPendingAt > LATE_MS && seenAt - startedAt < WAITED_MS,
    serviceMs:
      decision && Math.max(0, Date.parse(decision.decidedAt) - Date.parse(comment.createdAt)),
  };
}

function parseComment(text: string): (CommentView & Partial<CommentDetail>) | null {
  try {
    return JSON.parse(text) as CommentView & Partial<CommentDetail>;
  } catch {
    return null;
  }
}
