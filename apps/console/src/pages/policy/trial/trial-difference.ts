import type { ExplainedFinding, PolicyTrial, RetriedComment, TriedStatus } from '#contract';

/** What a draft makes of a text beside what the policy in force does: the same, the same for another reason, or another thing. */
export type Difference = 'none' | 'reason' | 'status';

/** `null` where there is no draft. */
export function differenceOf({ inForce, draft }: PolicyTrial): Difference | null {
  if (draft === null) return null;
  if (draft.status !== inForce.status) return 'status';
  return draft.reason === inForce.reason ? 'none' : 'reason';
}

const nameOf = ({ check, label, reason }: ExplainedFinding): string =>
  JSON.stringify([check, label, reason]);

/** What counted under either policy: where it does not count, one wants to see by how much. */
export function countsAnywhere({
  inForce,
  draft,
}: PolicyTrial): (finding: ExplainedFinding) => boolean {
  const all = [...inForce.findings, ...(draft?.findings ?? [])];
  const counted = new Set(all.filter(({ outcome }) => outcome !== 'none').map(nameOf));
  return (finding) => counted.has(nameOf(finding));
}

/** How many comments go from what to what. */
export interface Move {
  before: TriedStatus;
  after: TriedStatus;
  count: number;
}

/** The moves of all comments, the most frequent first. */
export function movesOf(comments: readonly Pick<RetriedComment, 'inForce' | 'draft'>[]): Move[] {
  const moves = new Map<string, Move>();
  for (const { inForce, draft } of comments) {
    const [before, after] = [inForce.status, draft.status];
    const count = moves.get(`${before} ${after}`)?.count ?? 0;
    moves.set(`${before} ${after}`, { before, after, count: count + 1 });
  }
  return [...moves.values()].sort((one, other) => other.count - one.count);
}
