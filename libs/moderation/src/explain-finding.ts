import type { ExplainedFinding, Finding } from '#contract';
import { explainDecision } from './explain-decision.js';
import { detailsOf } from './verdict.js';

/** A finding with its sentence; with the words that made its score where the text is still the judged one. */
export function explainFinding(finding: Finding, body: string | null): ExplainedFinding {
  const { reason, outcome } = finding;
  // A threshold that was not reached explains nothing.
  const details = outcome === 'none' ? withScore(finding) : detailsOf(finding);
  return { ...finding, explanation: explainDecision({ reason, details }, [finding], body) };
}

function withScore({ details, score }: Finding): Finding['details'] {
  return score === null ? details : { ...details, score };
}
