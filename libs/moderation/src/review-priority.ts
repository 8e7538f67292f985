import type { Finding, Label } from '#contract';

/** What an item's place in the queue depends on, beside the time at which it came. */
export interface ReviewWeight {
  /** How bad it would be if it were true, 0 to 1. */
  severity: number;
  /** Published comments under the article: how many people are there. */
  published: number;
}

/** The head start of the worst that can be found, in seconds; that of the busiest article is as long. */
const LONGEST = 4 * 3600;
/** Each time the article has twice as many comments, in seconds. */
const PER_DOUBLING = 20 * 60;

/** How much worse one label is than another at the same score; labels that are not here count half. */
const WEIGHTS: Partial<Record<Label, number>> = {
  threat: 1,
  'identity-attack': 1,
  'severe-toxicity': 1,
  'blocked-link': 0.9,
  'banned-word': 0.9,
  insult: 0.8,
  toxicity: 0.8,
  'author-banned': 0.8,
  'repeat-across-authors': 0.7,
  spam: 0.7,
  obscene: 0.6,
  profanity: 0.6,
  'suspect-word': 0.5,
  'author-new': 0.2,
  'author-premoderated': 0.2,
  capitals: 0.2,
  'not-scored': 0.1,
};
const OTHERS = 0.5;

/** How bad the worst of the findings that the policy objects to is, 0 to 1; 0 when it objects to none. */
export function severityOf(findings: readonly Finding[]): number {
  const weights = findings
    .filter(({ outcome }) => outcome !== 'none')
    .map(({ label, score }) =>
      label === null ? OTHERS : (WEIGHTS[label] ?? OTHERS) * (score ?? 1),
    );
  return Math.max(0, ...weights);
}

/**
 * By how many seconds an item goes before one that came at the same time and weighs nothing. At most
 * eight hours, so that whatever waits for longer than that comes before all that is new.
 */
export function headStartSeconds({ severity, published }: ReviewWeight): number {
  const bySeverity = LONGEST * Math.min(1, Math.max(0, severity));
  const byReach = Math.min(LONGEST, PER_DOUBLING * Math.log2(1 + Math.max(0, published)));
  return Math.round(bySeverity + byReach);
}
