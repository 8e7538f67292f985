import type { Label } from '#contract';
import { DEFAULT_POLICY } from '#moderation';
import type { ScoredText } from '#text-scores';

/** How the scores of several labels make one of a category. */
interface Source {
  labels: readonly Label[];
  /** `any`: the highest of them; `all`: the lowest, for what must be all of them at once. */
  of: 'any' | 'all';
}

const HARASSMENT: Source = { labels: ['toxicity', 'severe-toxicity', 'insult'], of: 'any' };
const THREAT: Source = { labels: ['threat'], of: 'any' };
const ATTACK: Source = { labels: ['identity-attack'], of: 'any' };
const THREATENING_ATTACK: Source = { labels: ['identity-attack', 'threat'], of: 'all' };

/**
 * OpenAI's categories and the labels that mean the same; `null` where none does. `violence` is a lower
 * bound: a threat speaks of it, and violence that is told of has no label. `obscene` is rude, not `sexual`.
 */
const CATEGORIES = {
  harassment: HARASSMENT,
  'harassment/threatening': THREAT,
  hate: ATTACK,
  'hate/threatening': THREATENING_ATTACK,
  illicit: null,
  'illicit/violent': null,
  'self-harm': null,
  'self-harm/instructions': null,
  'self-harm/intent': null,
  sexual: null,
  'sexual/minors': null,
  violence: THREAT,
  'violence/graphic': null,
} satisfies Record<string, Source | null>;
type Category = keyof typeof CATEGORIES;

/** What is said of one input. */
export interface Moderation {
  flagged: boolean;
  categories: Record<Category, boolean>;
  category_scores: Record<Category, number>;
  category_applied_input_types: Record<Category, 'text'[]>;
}

interface CategoryScore {
  score: number;
  flagged: boolean;
  applied: boolean;
}

const UNSCORED: CategoryScore = { score: 0, flagged: false, applied: false };

/** The scores of a text as OpenAI tells them, flagged where the shipped policy would not let it pass. */
export function moderationOf({ scores }: Pick<ScoredText, 'scores'>): Moderation {
  const told = Object.entries<Source | null>(CATEGORIES).map(
    ([category, source]) => [category, source && scoreOf(source, scores)] as const,
  );
  const each = <Value>(pick: (score: CategoryScore) => Value) =>
    Object.fromEntries(
      told.map(([category, score]) => [category, pick(score ?? UNSCORED)]),
    ) as Record<Category, Value>;
  return {
    flagged: told.some(([, score]) => score?.flagged),
    categories: each(({ flagged }) => flagged),
    category_scores: each(({ score }) => score),
    category_applied_input_types: each(({ applied }) => (applied ? ['text'] : [])),
  };
}

/** A label that nothing scored, as in a language that nobody knows, makes the category one that was not applied. */
function scoreOf({ labels, of }: Source, scores: ScoredText['scores']): CategoryScore {
  const found = labels.flatMap((label) => {
    const score = scores.get(label)?.score;
    return score === undefined ? [] : [{ score, flagged: score >= thresholdOf(label) }];
  });
  if (found.length === 0 || (of === 'all' && found.length < labels.length)) return UNSCORED;
  const numbers = found.map(({ score }) => score);
  return of === 'any'
    ? { score: Math.max(...numbers), flagged: found.some(isFlagged), applied: true }
    : { score: Math.min(...numbers), flagged: found.every(isFlagged), applied: true };
}

const isFlagged = ({ flagged }: { flagged: boolean }): boolean => flagged;

/** From where on the shipped policy does not publish by itself. */
function thresholdOf(label: Label): number {
  const { hold, reject } = DEFAULT_POLICY.thresholds[label];
  return hold ?? reject ?? Infinity;
}
