import type { ExplainedFinding, FindingOutcome } from '#contract';

const WEIGHT: Record<FindingOutcome, number> = { reject: 2, hold: 1, none: 0 };

/** What asked for something, the strongest first, and what did not. */
export function orderFindings(findings: readonly ExplainedFinding[]): {
  counted: ExplainedFinding[];
  others: ExplainedFinding[];
} {
  const ordered = [...findings].sort(
    (one, other) =>
      WEIGHT[other.outcome] - WEIGHT[one.outcome] || (other.score ?? 0) - (one.score ?? 0),
  );
  return {
    counted: ordered.filter(({ outcome }) => outcome !== 'none'),
    others: ordered.filter(({ outcome }) => outcome === 'none'),
  };
}
