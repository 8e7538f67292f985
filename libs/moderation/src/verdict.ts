import type { Finding, FindingOutcome, Label, Policy, Threshold, VerdictStatus } from '#contract';
import { LABELS } from '#contract';
import type { CheckContext, Signal } from './check.js';
import type { CheckRun } from './run-checks.js';
import type { Standing } from './standing.js';
import { HOLDS_TRUSTED_FROM } from './trusted-authors.js';

/** What all checks together decide, and why. */
export interface Verdict {
  status: VerdictStatus;
  /** The code of the deciding finding's reason; `CLEAN` when nothing objected. */
  reason: string;
  /** What the sentence of the reason needs. */
  details: Record<string, string | number>;
  /** Every finding, in the order of the checks. */
  findings: Finding[];
  /** Whether checks that could not run are to be run again. */
  recheck: boolean;
}

/** What a verdict depends on beside the runs: a `CheckContext`, or so much of one. */
export interface VerdictContext {
  readonly policy: Pick<Policy, 'mode' | 'failSafe' | 'thresholds'>;
  readonly author: Pick<CheckContext['author'], 'standing'>;
}

const SEVERITY: Record<FindingOutcome, number> = { none: 0, hold: 1, reject: 2 };

const reaches = (score: number, threshold: number | null): boolean =>
  threshold !== null && score >= threshold;

/** The lowest threshold that the score did not reach. */
function nextThreshold({ hold, reject }: Threshold): number | null {
  if (hold === null || reject === null) return hold ?? reject;
  return Math.min(hold, reject);
}

function isWaived(label: Label, score: number, standing: Standing): boolean {
  return standing === 'trusted' && score < (HOLDS_TRUSTED_FROM[label] ?? 0);
}

function judge(
  signal: Signal,
  context: VerdictContext,
): Pick<Finding, 'outcome' | 'threshold' | 'details'> {
  const { label, score, details } = signal;
  // A policy that was stored before a label came to be does not have it.
  const threshold = context.policy.thresholds[label] as Threshold | undefined;
  if (!threshold) return { outcome: 'none', threshold: null, details };
  if (reaches(score, threshold.reject))
    return { outcome: 'reject', threshold: threshold.reject, details };
  if (!reaches(score, threshold.hold))
    return { outcome: 'none', threshold: nextThreshold(threshold), details };
  const waived = isWaived(label, score, context.author.standing);
  return waived
    ? {
        outcome: 'none',
        threshold: threshold.hold,
        details: { ...details, waived: 'trusted author' },
      }
    : { outcome: 'hold', threshold: threshold.hold, details };
}

function failureOf(
  { check, version, error, milliseconds }: CheckRun,
  { policy }: VerdictContext,
): Finding {
  return {
    check,
    version,
    label: null,
    score: null,
    threshold: null,
    outcome: policy.failSafe === 'hold' ? 'hold' : 'none',
    spans: [],
    reason: error === 'timed-out' ? 'CHECK_TIMED_OUT' : 'CHECK_FAILED',
    details: { check, error: error ?? 'failed' },
    milliseconds,
  };
}

function findingsOf(run: CheckRun, context: VerdictContext): Finding[] {
  const { check, version, milliseconds } = run;
  const found = run.signals.map((signal): Finding => {
    const { label, score, spans, reason } = signal;
    return { check, version, label, score, spans, reason, milliseconds, ...judge(signal, context) };
  });
  return run.error === null ? found : [...found, failureOf(run, context)];
}

/** Which of two labels with equal scores explains more: what the newsroom has laid down before what was inferred. */
const EXPLAINS_FIRST: readonly Label[] = [
  'author-banned',
  'author-suspended',
  'blocked-link',
  'banned-word',
  'threat',
  'severe-toxicity',
  'identity-attack',
  'suspect-word',
  'profanity',
  'author-premoderated',
];
const RANKED = [...new Set([...EXPLAINS_FIRST, ...LABELS])];
const rank = (label: Label | null): number =>
  label === null ? RANKED.length : RANKED.indexOf(label);

/** The finding that gives a verdict its reason: of those with the strongest outcome the one that scored highest. */
export function decidingFinding(findings: readonly Finding[]): Finding | undefined {
  const [first] = findings.toSorted(
    (a, b) =>
      SEVERITY[b.outcome] - SEVERITY[a.outcome] ||
      (b.score ?? -1) - (a.score ?? -1) ||
      rank(a.label) - rank(b.label),
  );
  return first && first.outcome !== 'none' ? first : undefined;
}

type Decision = Pick<Verdict, 'status' | 'reason' | 'details'>;

/** With the score and what it reached, so that the decision explains itself without its findings. */
export function detailsOf({ details, score, threshold, outcome }: Finding): Decision['details'] {
  if (score === null || threshold === null) return { ...details };
  return { ...details, score, [outcome === 'reject' ? 'rejectsFrom' : 'holdsFrom']: threshold };
}

function decide(finding: Finding | undefined, { mode }: VerdictContext['policy']): Decision {
  if (finding) {
    const status = finding.outcome === 'reject' ? 'rejected' : 'held';
    return { status, reason: finding.reason, details: detailsOf(finding) };
  }
  if (mode === 'review-first') return { status: 'held', reason: 'REVIEW_FIRST', details: {} };
  // Posting is refused at the door; what gets here was posted before the door closed.
  if (mode === 'closed') return { status: 'held', reason: 'COMMENTS_CLOSED', details: {} };
  return { status: 'published', reason: 'CLEAN', details: {} };
}

/** Judges what the checks found by the policy: the strongest outcome wins, and the finding that scored highest there gives the reason. */
export function verdict(runs: readonly CheckRun[], context: VerdictContext): Verdict {
  const findings = runs.flatMap((run) => findingsOf(run, context));
  const failed = runs.some(({ error }) => error !== null);
  return {
    ...decide(decidingFinding(findings), context.policy),
    findings,
    recheck: failed && context.policy.failSafe === 'publish-then-recheck',
  };
}
