import type { CommentStatus } from '#contract';
import { percentilesOf } from './percentiles.js';
import type { ReplayProgress } from './replay-options.js';
import type { ReasonCount, ReplayReport } from './replay-report.js';
import type { Verdict } from './verdict.js';

const NAMED_LINES = 20;

/** Counts what happens during a replay, and makes the report of it. */
export class Tally {
  rows = 0;
  accepted = 0;
  /** Rows given up since the last one that was answered. */
  failedInARow = 0;
  retries = 0;
  replies = 0;
  parentsMissing = 0;
  verdictCount = 0;
  private readonly refused = new Map<string, number>();
  private readonly malformed: ReplayReport['malformed'] = { count: 0, first: [] };
  private readonly verdicts = { published: 0, held: 0, rejected: 0, deleted: 0 };
  private readonly reasons = new Map<string, ReasonCount>();
  private readonly observed: number[] = [];
  private readonly service: number[] = [];
  private upperBounds = 0;
  private failed = 0;
  private firstPostAt: number | null = null;
  private firstAcceptedAt = 0;
  private lastAcceptedAt = 0;
  private lastVerdictAt = 0;

  countMalformed(line: number, problem: string): void {
    this.malformed.count += 1;
    if (this.malformed.first.length < NAMED_LINES) this.malformed.first.push({ line, problem });
  }

  countPost(): void {
    this.firstPostAt ??= performance.now();
  }

  countAccepted(acceptedAt: number): void {
    if (this.accepted === 0) this.firstAcceptedAt = acceptedAt;
    this.accepted += 1;
    this.failedInARow = 0;
    this.lastAcceptedAt = Math.max(this.lastAcceptedAt, acceptedAt);
  }

  countRefused(code: string): void {
    this.failedInARow = 0;
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  countFailed(): void {
    this.failed += 1;
    this.failedInARow += 1;
  }

  countVerdict(verdict: Verdict): void {
    this.verdictCount += 1;
    this.verdicts[verdict.status] += 1;
    this.lastVerdictAt = Math.max(this.lastVerdictAt, verdict.seenAt);
    this.observed.push(verdict.observedMs);
    if (verdict.isUpperBound) this.upperBounds += 1;
    if (verdict.serviceMs !== null) this.service.push(verdict.serviceMs);
    if (verdict.reason !== null) this.countReason(verdict.status, verdict.reason);
  }

  progress(): ReplayProgress {
    const refused = [...this.refused.values()].reduce((sum, count) => sum + count, 0);
    const rows = this.accepted + refused + this.failed + this.malformed.count;
    return { rows, accepted: this.accepted, verdicts: this.verdictCount };
  }

  /** The report, once the replay is over; `lostIds` are the accepted comments that have no verdict. */
  report(lostIds: readonly string[]): ReplayReport {
    const postingSeconds = seconds(this.firstPostAt ?? 0, this.lastAcceptedAt);
    const verdictSeconds = seconds(this.firstAcceptedAt, this.lastVerdictAt);
    const { rows, accepted, failed, retries, replies, parentsMissing, malformed, verdicts } = this;
    return {
      ...{ rows, malformed, accepted, refused: Object.fromEntries(this.refused) },
      ...{ failed, retries, replies, parentsMissing, verdicts },
      ...{
        lost: lostIds.length,
        lostIds: lostIds.slice(0, NAMED_LINES),
        postingSeconds,
        verdictSeconds,
      },
      commentsPerSecond: perSecond(accepted, postingSeconds),
      verdictsPerSecond: perSecond(this.verdictCount, verdictSeconds),
      latency: {
        observed: percentilesOf(this.observed),
        upperBounds: this.upperBounds,
        service: percentilesOf(this.service),
      },
      reasons: [...this.reasons.values()].sort((a, b) => b.count - a.count),
    };
  }

  private countReason(status: CommentStatus, reason: string): void {
    const key = `${status} ${reason}`;
    const seen = this.reasons.get(key) ?? { status, reason, count: 0 };
    seen.count += 1;
    this.reasons.set(key, seen);
  }
}

function seconds(from: number, to: number): number {
  return Math.max(0, to - from) / 1000;
}

function perSecond(count: number, duration: number): number {
  return duration > 0 ? count / duration : 0;
}
