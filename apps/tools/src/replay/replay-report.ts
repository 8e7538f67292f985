import type { CommentStatus } from '#contract';
import type { Percentiles } from './percentiles.js';

/** What came of a replay. */
export interface ReplayReport {
  /** Lines read that were not blank. */
  rows: number;
  malformed: { count: number; first: { line: number; problem: string }[] };
  /** Comments answered with 202, which the service must not lose. */
  accepted: number;
  /** Rows that the service refused, by the code of the problem. */
  refused: Record<string, number>;
  /** Rows that got no final answer though they were tried again; they may or may not be stored. */
  failed: number;
  /** Posts that were sent again. */
  retries: number;
  /** Accepted comments posted as replies, and those posted as top comments because their parent was not there. */
  replies: number;
  parentsMissing: number;
  /** Accepted comments by the status that they were seen in. */
  verdicts: Record<Exclude<CommentStatus, 'pending'>, number>;
  /** Accepted comments without a verdict at the end, and the ids of the first of them. */
  lost: number;
  lostIds: string[];
  /** From the first post sent to the last 202, and from the first 202 to the last verdict seen. */
  postingSeconds: number;
  verdictSeconds: number;
  commentsPerSecond: number;
  verdictsPerSecond: number;
  latency: ReplayLatency;
  /** What decided, most frequent first; empty without the site's secret. */
  reasons: ReasonCount[];
}

/**
 * Milliseconds until a verdict, measured twice. `observed` runs on this machine's clock from the arrival of the 202 to
 * the arrival of the answer that shows the verdict. No more than 200 comments are asked for at once, oldest first; one
 * whose turn came late may have been decided before it was asked for, and then its time is too long: `upperBounds`
 * says for how many that can be so. `service` is free of this: the service's own `decidedAt` less `createdAt`, which
 * starts a little before the 202 and ends before the answer; it needs the site's secret.
 */
export interface ReplayLatency {
  observed: Percentiles | null;
  upperBounds: number;
  service: Percentiles | null;
}

export interface ReasonCount {
  status: CommentStatus;
  reason: string;
  count: number;
}

/** Whether every row that was sent got its answer, and every accepted comment its verdict. */
export function hasSucceeded(report: ReplayReport): boolean {
  return report.accepted > 0 && report.lost === 0 && report.failed === 0;
}
