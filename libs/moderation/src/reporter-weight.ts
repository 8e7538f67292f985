/** What became of the earlier reports of one reader. */
export interface ReporterRecord {
  /** Reports of comments that a moderator then rejected. */
  right: number;
  /** Reports of comments that a moderator then approved. */
  wrong: number;
}

/** Whoever is nearly always wrong still counts a little: ten of them may see what one does not. */
const LEAST = 0.1;

/**
 * What a reader's report counts, from 0.1 to 1. Laplace's rule of succession estimates the share of
 * right reports as (right + 1) / (right + wrong + 2) (Essai philosophique sur les probabilités,
 * 1814); twice that, so that who has no record yet counts in full, and never more than 1, so that
 * nobody decides alone.
 */
export function reporterWeight({ right, wrong }: ReporterRecord): number {
  const share = (right + 1) / (right + wrong + 2);
  return Math.min(1, Math.max(LEAST, 2 * share));
}
