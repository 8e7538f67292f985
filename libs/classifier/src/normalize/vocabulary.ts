/** What the normalizer asks about words. */
export interface Vocabulary {
  /**
   * How common a word is: 0 unknown, else 1 to 255 on the logarithmic scale of `commonnessOf`. The word is lower case, in
   * units `start` (inclusive) to `end` (exclusive).
   */
  commonness(units: Uint16Array, start: number, end: number): number;
}

/** How much commonness a word gains each time it occurs twice as often. */
export const PER_DOUBLING = 10;

/** The commonness of a word that occurs `occurrences` times among `total` words of running text: 1 to 255. */
export function commonnessOf(occurrences: number, total: number): number {
  const perBillion = (occurrences / total) * 1e9;
  return Math.min(255, Math.max(1, Math.round(PER_DOUBLING * Math.log2(perBillion))));
}
