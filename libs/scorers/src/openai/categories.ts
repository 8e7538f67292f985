import type { Label } from '#contract';
import { asScore } from '../json-shape.js';

/**
 * Which categories of OpenAI come nearest to a label of ours; the highest of them counts. They mean other
 * things than our labels and are not calibrated to them, so that only those are taken that a moderator would
 * find under this label:
 * - `harassment` is wider than an insult, and there is none for severity, obscenity or spam: no score for these;
 * - `violence` finds what news are full of, wars and crimes, not only threats;
 * - `sexual`, `self-harm` and `illicit` are no labels of ours.
 */
const CATEGORIES: readonly [Label, readonly string[]][] = [
  ['toxicity', ['harassment', 'harassment/threatening', 'hate', 'hate/threatening']],
  ['threat', ['harassment/threatening', 'hate/threatening']],
  ['identity-attack', ['hate', 'hate/threatening']],
];

/**
 * The labels of an answer's `category_scores`; one whose categories are all missing is left out.
 * @throws ScoringFailure when a score is none
 */
export function toLabels(scores: Record<string, unknown>): { label: Label; score: number }[] {
  return CATEGORIES.flatMap(([label, categories]) => {
    const known = categories.map((name) => scores[name]).filter((score) => score !== undefined);
    return known.length === 0 ? [] : [{ label, score: Math.max(...known.map(asScore)) }];
  });
}
