import type { Policy } from '#contract';
import { WordIndex } from './words/word-index.js';

/** A policy's word lists, ready for the search; compiled once per policy version and kept. */
export interface WordLists {
  readonly banned: WordIndex;
  readonly suspect: WordIndex;
  readonly allowed: WordIndex;
  /** Whether the shipped list of English profanity is used. */
  readonly profanity: boolean;
}

/**
 * Compiles a policy's word lists. A line is a word or a phrase, matched whole and whatever the case, accents, look-alike
 * letters, leetspeak and spacing; `*` at an end leaves that end open; entries in scripts without spaces, and emoji, match
 * anywhere. Lines that say nothing (`*`, spaces) are left out.
 */
export function compileWordLists(words: Policy['words']): WordLists {
  return {
    banned: new WordIndex(words.banned),
    suspect: new WordIndex(words.suspect),
    allowed: new WordIndex(words.allowed),
    profanity: words.profanity,
  };
}
