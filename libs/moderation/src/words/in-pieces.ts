import type { FoldedWord } from './folded-word.js';

/** Signs that people set into a word to break it up. Not `/`, `,` and `:`, which stand between words without a space. */
const SEPARATOR = '[-.·•∙‧⋅․・●▪°¦|~^=*_\\\\‐‑]';
const IN_PIECES = new RegExp(
  `(?<![\\p{L}\\p{N}@])[a-z]{1,12}(?:${SEPARATOR}{1,2}[a-z]{1,12}){1,6}(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Hyphens and full stops stand in ordinary words, too; the rest of these signs hardly ever between two letters. */
const MAY_BE_IN_PIECES = new RegExp(`[a-z]${SEPARATOR}{1,2}[a-z]`);
const PIECE = /[a-z]+/g;

/** A word with signs set into it, as in `bull·sh·it`. */
export interface WordInPieces extends FoldedWord {
  /** Where its pieces begin and end when they are joined. */
  starts: ReadonlySet<number>;
  ends: ReadonlySet<number>;
}

function wordOf(written: string, start: number): WordInPieces {
  const starts = new Set<number>();
  const ends = new Set<number>();
  let word = '';
  for (const [piece] of written.matchAll(PIECE)) {
    starts.add(word.length);
    word += piece;
    ends.add(word.length);
  }
  const end = start + written.length;
  return { start, end, exact: word, folded: word, odd: true, spelledOut: true, starts, ends };
}

/** The words that have signs between their letters, joined. Most are innocent: `well-known`, `col·lecció`. */
export function findInPieces(folded: string): WordInPieces[] {
  if (!MAY_BE_IN_PIECES.test(folded)) return [];
  return Array.from(folded.matchAll(IN_PIECES), (match) => wordOf(match[0], match.index));
}

const ENDINGS = /^(?:s|es|ed|er|ers|ing|in)$/;

/**
 * Whether what was found in the joined pieces is what the writer wrote: it begins with a piece and ends with one, but for
 * a grammatical ending. `push-it` is no oath, for it is cut elsewhere.
 */
export function isCutThere(
  { folded, starts, ends }: WordInPieces,
  found: { start: number; end: number },
): boolean {
  if (!starts.has(found.start)) return false;
  const inOnePiece = [...ends].find((end) => end > found.start) ?? 0;
  if (found.end <= inOnePiece) return false;
  const rest = [...ends].find((end) => end >= found.end) ?? found.end;
  return rest === found.end || ENDINGS.test(folded.slice(found.end, rest));
}
