export type { Check, CheckContext, ObservedRate, RecentText, Signal } from './check.js';
export { defaultChecks } from './checks/index.js';
export type { ScoredBy, ScoredLabel, TextScorer, TextScores } from './checks/scorer.check.js';
export type { SpamScore, SpamScorer } from './checks/spam-model.check.js';
export { DEFAULT_POLICY } from './default-policy.js';
export { type Bounds, POLICY_BOUNDS } from './policy-bounds.js';
export { explainDecision } from './explain-decision.js';
export { explainFinding } from './explain-finding.js';
export { type LoneText, loneTextContext } from './lone-text.js';
export { REASON_CODES } from './reasons.js';
export { type ReporterRecord, reporterWeight } from './reporter-weight.js';
export { type CheckError, type CheckRun, runChecks, type RunOptions } from './run-checks.js';
export { runsOfFindings } from './runs-of-findings.js';
export { classifierScorer } from './scorers/classifier-scorer.js';
export { classifierSpamScorer } from './scorers/classifier-spam-scorer.js';
export { headStartSeconds, type ReviewWeight, severityOf } from './review-priority.js';
export { type AuthorRecord, type Standing, standingOf } from './standing.js';
export { actorsFor, canMove, STATUS_ARROWS, type StatusArrow } from './status-table.js';
export { languageOf } from './text/language.js';
export { tidySpans } from './text/spans.js';
export {
  fingerprint,
  hammingDistance,
  isNearDuplicate,
  NEAR_DUPLICATE_BITS,
  type TextFingerprint,
} from './text-fingerprint.js';
export { decidingFinding, type Verdict, verdict, type VerdictContext } from './verdict.js';
export { compileWordLists, type WordLists } from './word-lists.js';
