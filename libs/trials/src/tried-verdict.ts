import type { ExplainedVerdict, TriedVerdict } from '#contract';
import {
  type CheckRun,
  explainDecision,
  explainFinding,
  tidySpans,
  type Verdict,
  verdict,
  type VerdictContext,
} from '#moderation';

/** A verdict, or that there would be none. */
type TriedJudgment = Pick<TriedVerdict, 'status' | 'reason' | 'details'> &
  Pick<Verdict, 'findings'>;

/** What a policy makes of the checks' runs. A closed one takes no comment, whatever is found in it. */
export function judge(runs: readonly CheckRun[], context: VerdictContext): TriedJudgment {
  const judged = verdict(runs, context);
  if (context.policy.mode !== 'closed') return judged;
  return { ...judged, status: 'refused', reason: 'COMMENTS_CLOSED', details: {} };
}

/** A judgment as the review queue tells it: in one sentence, with the words that object. */
export function told({ findings, ...decision }: TriedJudgment, body: string): TriedVerdict {
  const { status, reason, details } = decision;
  const objecting = findings.filter(({ outcome }) => outcome !== 'none');
  const spans = objecting.flatMap((finding) => finding.spans);
  return {
    ...{ status, reason, details },
    explanation: explainDecision(decision, findings, body),
    spans: tidySpans(body, spans),
  };
}

/** The same with each finding in a sentence of its own. */
export function toldAtLength(judged: TriedJudgment, body: string): ExplainedVerdict {
  const findings = judged.findings.map((finding) => explainFinding(finding, body));
  return { ...told(judged, body), findings };
}
