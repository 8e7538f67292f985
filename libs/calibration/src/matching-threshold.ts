/** A threshold, and the share of scores that reach it. */
export interface MatchedThreshold {
  /** `null`: none, for nothing is to reach it. */
  threshold: number | null;
  share: number;
}

/** The share of scores that reach a threshold, 0 to 1; 0 of none. */
export function shareFrom(scores: Float64Array, threshold: number | null): number {
  if (threshold === null || scores.length === 0) return 0;
  return scores.reduce((count, score) => count + Number(score >= threshold), 0) / scores.length;
}

/**
 * The threshold which that share of scores reaches, or as near to it as scores that are equal allow: within
 * half of 1/n where no two are.
 */
export function matchingThreshold(scores: Float64Array, share: number): MatchedThreshold {
  const n = scores.length;
  const wanted = Math.round(share * n);
  if (wanted === 0) return { threshold: null, share: 0 };
  const sorted = scores.slice().sort();
  const threshold = sorted[n - wanted] ?? 0;
  // Those above it, and those that are equal to it: with all of the equals, or without any.
  let from = n - wanted;
  while (from > 0 && sorted[from - 1] === threshold) from -= 1;
  let above = n - wanted;
  while (above < n && sorted[above] === threshold) above += 1;
  const [withThem, without] = [n - from, n - above];
  const isNearer = Math.abs(withThem - share * n) <= Math.abs(without - share * n);
  if (isNearer) return { threshold, share: withThem / n };
  return { threshold: sorted[above] ?? null, share: without / n };
}
