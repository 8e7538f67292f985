import { hashUnits } from '../normalize/hash-units.js';
import type { Vocabulary } from '../normalize/vocabulary.js';
import { Word, wordKind } from './shared-words.js';

/** A word below the first commonness (once in eight million words) is no sign of English, from the second on a full one. */
const RARE = 70;
const COMMON = 170;
/** Who swears in English is read in English: a name and a curse make a comment. */
const OFFENSIVE = 2;
const NOTHING = -1;

/** How much the word in units `start` to `end` (exclusive) is a sign of English, in words; less than 0 where it says nothing. */
export type EnglishWorth = (units: Uint16Array, start: number, end: number) => number;

/** Offensive English words; the normalizer's `LexiconIndex` is one such list. */
export interface OffensiveWords {
  has(units: Uint16Array, start: number, end: number): boolean;
}

/** Goes by how common a word is in English texts, 0 to 1. */
export function worthByCommonness(vocabulary: Vocabulary): EnglishWorth {
  return (units, start, end) => {
    const kind = wordKind(units, start, end);
    if (kind !== Word.PLAIN) return kind === Word.SHARED ? NOTHING : 0;
    const commonness = vocabulary.commonness(units, start, end);
    return Math.min(1, Math.max(0, (commonness - RARE) / (COMMON - RARE)));
  };
}

/** For a second look: counts each word once, however often it is repeated, and offensive ones for more. */
export function worthOnSecondLook(
  vocabulary: Vocabulary,
  offensive: OffensiveWords | undefined,
): EnglishWorth {
  const first = worthByCommonness(vocabulary);
  const seen = new Set<number>();
  return (units, start, end) => {
    const hash = hashUnits(units, start, end);
    if (seen.has(hash)) return NOTHING;
    seen.add(hash);
    if (offensive?.has(units, start, end)) return OFFENSIVE;
    return first(units, start, end);
  };
}
