import { TOXICITY_LABELS } from '#classifier';
import type { Label } from '#contract';
import { type Check, runChecks, type Verdict, verdict } from '#moderation';
import { type AuthorKind, neutralContext } from './neutral-context.js';

/** A comment and what people said of it. */
export interface LabeledText {
  text: string;
  toxic?: 0 | 1 | null;
}

/** What became of some comments. */
export interface Tally {
  rows: number;
  /** By what they say, as the classifier sees it: any label of toxicity. */
  heldByToxicity: number;
  held: number;
  rejected: number;
  /** In how many comments each label asked for holding or rejecting. */
  byLabel: Map<Label, number>;
}

/** What became of the civil and the toxic comments of a set, by who is taken to have written them. */
export type Holds = Record<'civil' | 'toxic', Record<AuthorKind, Tally>>;

const TOXICITY: ReadonlySet<Label | null> = new Set(TOXICITY_LABELS);
const OPTIONS = { clock: () => 0, timeLimitMs: 10_000 };

const emptyTally = (): Tally => ({
  ...{ rows: 0, heldByToxicity: 0, held: 0, rejected: 0 },
  byLabel: new Map(),
});
const emptyTallies = () => ({ known: emptyTally(), new: emptyTally() });

function count(tally: Tally, { status, findings }: Verdict): void {
  const labels = new Set<Label>();
  for (const { label, outcome } of findings) {
    if (label !== null && outcome !== 'none') labels.add(label);
  }
  tally.rows++;
  if (status === 'held') tally.held++;
  if (status === 'rejected') tally.rejected++;
  if ([...labels].some((label) => TOXICITY.has(label))) tally.heldByToxicity++;
  for (const label of labels) tally.byLabel.set(label, (tally.byLabel.get(label) ?? 0) + 1);
}

/** Runs the checks and the default policy over labeled comments; those without a label are left out. */
export async function measureHolds(
  checks: readonly Check[],
  rows: readonly LabeledText[],
): Promise<Holds> {
  const holds: Holds = { civil: emptyTallies(), toxic: emptyTallies() };
  for (const { text, toxic } of rows) {
    if (toxic !== 0 && toxic !== 1) continue;
    for (const author of ['known', 'new'] as const) {
      const context = neutralContext(text, author);
      const runs = await runChecks(checks, context, OPTIONS);
      count(holds[toxic === 1 ? 'toxic' : 'civil'][author], verdict(runs, context));
    }
  }
  return holds;
}
