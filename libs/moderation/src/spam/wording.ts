/** A way of putting things that marks a sign of spam. */
export interface Wording {
  /**
   * Lower-case words of which a text must have at least one, whole: looking words up costs little, and most texts have
   * none. `null` for scripts and signs where this makes no sense; those have a `hint`.
   */
  needs: readonly string[] | null;
  /** A cheap expression that every text with the wording matches. */
  hint?: RegExp;
  /** Global, and linear: every repetition is bounded. */
  pattern: RegExp;
}

const LEFT = '(?<![\\p{L}\\p{N}])';
const RIGHT = '(?![\\p{L}\\p{N}])';

/** A wording of whole words; `source` may use groups and bounded repetitions. */
export function phrase(needs: string, source: string, right = RIGHT): Wording {
  return { needs: needs.split(' '), pattern: new RegExp(`${LEFT}(?:${source})${right}`, 'giu') };
}

/** A wording outside of Latin words, looked for where the hint is. */
export function hinted(hint: RegExp, source: string): Wording {
  return { needs: null, hint, pattern: new RegExp(source, 'giu') };
}

/** Whether a text with these words can have the wording. */
export function mayHave(wording: Wording, text: string, words: ReadonlySet<string>): boolean {
  if (wording.hint && !wording.hint.test(text)) return false;
  return wording.needs === null || wording.needs.some((word) => words.has(word));
}
