import { hammingDistance } from '#moderation';

/** An item of a campaign, as far as its text is compared. */
export interface Candidate {
  id: string;
  textHash: bigint | null;
  simHash: bigint | null;
}

/** In bits of a SimHash: what has none is nearer than anything that differs. */
const UNKNOWN = 0.5;

function distance(one: Candidate, other: Candidate): number {
  if (one.textHash === other.textHash) return 0;
  if (one.simHash === null || other.simHash === null) return UNKNOWN;
  return Math.max(UNKNOWN, hammingDistance(one.simHash, other.simHash));
}

/** The first item, and those that differ most from all chosen before; copies of one another only when there is nothing else. */
export function chooseExamples(candidates: readonly Candidate[], most: number): Candidate[] {
  const [first, ...left] = candidates;
  const chosen = first === undefined ? [] : [first];
  while (chosen.length < most && left.length > 0) {
    const distances = left.map((one) => Math.min(...chosen.map((other) => distance(one, other))));
    const [next] = left.splice(distances.indexOf(Math.max(...distances)), 1);
    if (next !== undefined) chosen.push(next);
  }
  return chosen;
}
