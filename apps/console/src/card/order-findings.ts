import type { ExplainedFinding, FindingOutcome } from '#contract';

const WEIGHT: Record<FindingOutcome, number> = { reject: 2, hold: 1, none: 0 };

/**
 * What asked for something, the strongest first, and what did not.
 * @param isNotable what belongs to the first though nothing follows from it
 */
export function orderFindings(
  findings: readonly ExplainedFinding[],
  isNotable: (finding: ExplainedFinding) => boolean = () => false,
): {
  counted: ExplainedFinding[];
  others: ExplainedFinding[];
} {
  const ordered = [...findings].sort(
    (one, other) =>
      WEIGHT[other.outcome] - WEIGHT[one.outcome] || (other.score ?? 0) - (one.score ?? 0),
  );
  const counts = (finding: ExplainedFinding): boolean =>
    finding.outcome !== 'none' || isNotable(finding);
  return {
    counted: ordered.filter(counts),
    others: ordered.filter((finding) => !counts(finding)),
  };
}
