import type { TextSpan } from '#contract';
import type { Severity } from './profanity-words.js';

/** A profane word, found; offsets are those of the folded text. */
export interface ProfanityMatch extends TextSpan {
  word: string;
  severity: Severity;
}
