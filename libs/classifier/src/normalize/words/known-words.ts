import type { Candidate } from './candidate.js';
import type { LexiconIndex } from './lexicon-index.js';
import type { Vocabulary } from '../vocabulary.js';

/** Six times in a million words. */
const EVERYDAY = 125;
/** Thirty times: stumps and abbreviations of two letters are all in the vocabulary. */
const EVERYDAY_OF_TWO = 150;

/** The vocabulary and the lexicon together: what the second pass asks about a word. */
export class KnownWords {
  constructor(
    private readonly vocabulary: Vocabulary,
    readonly lexicon: LexiconIndex,
  ) {}

  commonness(units: Uint16Array, start: number, end: number): number {
    return this.vocabulary.commonness(units, start, end);
  }

  isOffensive({ letters, length }: Candidate): boolean {
    return length >= 3 && this.lexicon.has(letters, 0, length);
  }

  /** Whether a piece is a word by itself, not the stump of one. */
  isEveryday(units: Uint16Array, start: number, end: number): boolean {
    const length = end - start;
    if (length < 2) return false;
    const common = this.vocabulary.commonness(units, start, end);
    return common >= (length === 2 ? EVERYDAY_OF_TWO : EVERYDAY);
  }
}
