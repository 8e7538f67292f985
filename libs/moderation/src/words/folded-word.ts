import type { TextSpan } from '#contract';

/** A word of a folded text; offsets are those of the folded text. */
export interface FoldedWord extends TextSpan {
  /** Lower case, accents kept. */
  exact: string;
  /** As it reads: look-alikes, leetspeak and accents resolved. */
  folded: string;
  /** Whether it is spelled so that it can only be meant to deceive. */
  odd: boolean;
  /** Whether it was written letter by letter, as in `i d i o t`. */
  spelledOut: boolean;
}
