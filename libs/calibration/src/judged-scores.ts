/** A score, and whether a person found that it should have been high. */
export interface JudgedScore {
  score: number;
  positive: boolean;
}

/** What a threshold holds. */
export interface Held {
  held: number;
  /** Of those held, the ones that are rightly so. */
  rightly: number;
  /** All that should be held, those that are not among them. */
  positives: number;
}

/** What a threshold is to reach: a share of what it holds that is rightly held, or a share of what should be held. */
export interface Target {
  of: 'precision' | 'recall';
  /** Above 0, at most 1. */
  share: number;
}

/** Of a threshold that holds fewer than so many nothing can be said. */
const FEWEST_HELD = 10;

export function heldFrom(judged: readonly JudgedScore[], threshold: number | null): Held {
  const held = judged.filter(({ score }) => threshold !== null && score >= threshold);
  return { held: held.length, rightly: count(held), positives: count(judged) };
}

export const precisionOf = ({ held, rightly }: Held): number | null =>
  held === 0 ? null : rightly / held;
export const recallOf = ({ rightly, positives }: Held): number | null =>
  positives === 0 ? null : rightly / positives;

/**
 * The threshold that reaches a target. Of those with the precision the lowest, which holds most; of those with
 * the recall the highest, which holds least. `null` where none does.
 */
export function thresholdFor(judged: readonly JudgedScore[], { of, share }: Target): number | null {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  const positives = count(judged);
  let found: number | null = null;
  let rightly = 0;
  for (const [index, { score, positive }] of sorted.entries()) {
    rightly += Number(positive);
    const held = index + 1;
    // Equal scores are held together.
    if (sorted[held]?.score === score || held < FEWEST_HELD) continue;
    if (of === 'recall' && positives > 0 && rightly >= share * positives) return score;
    if (of === 'precision' && rightly >= share * held) found = score;
  }
  return found;
}

/**
 * What thresholds hold of that by which they were not chosen: each of so many parts is judged by the threshold
 * that the others give, so that the figure does not flatter itself. `null` where a part gives none.
 */
export function crossValidated(
  judged: readonly JudgedScore[],
  target: Target,
  parts: number,
): Held | null {
  const sum: Held = { held: 0, rightly: 0, positives: 0 };
  for (let part = 0; part < parts; part += 1) {
    const others = judged.filter((_, index) => index % parts !== part);
    const threshold = thresholdFor(others, target);
    if (threshold === null) return null;
    const here = heldFrom(
      judged.filter((_, index) => index % parts === part),
      threshold,
    );
    sum.held += here.held;
    sum.rightly += here.rightly;
    sum.positives += here.positives;
  }
  return sum;
}

const count = (judged: readonly JudgedScore[]): number =>
  judged.reduce((sum, { positive }) => sum + Number(positive), 0);
