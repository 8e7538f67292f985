import type { TextSpan } from '#contract';
import type { PlainText } from '../text/plain-text.js';
import { foldChunk } from './fold-chunk.js';
import type { FoldedWord } from './folded-word.js';
import { findInPieces, type WordInPieces } from './in-pieces.js';
import { findSpelledOut } from './spelled-out.js';

/** A text made ready for the search for words. */
export interface FoldedText {
  /** Lower case, accents kept; as long as `folded`. */
  readonly lower: string;
  /** As the text reads. */
  readonly folded: string;
  readonly words: readonly FoldedWord[];
  /** Words with signs set between their letters, joined. */
  readonly inPieces: readonly WordInPieces[];
  /** The piece of the original that made the piece of `folded`. */
  toOriginal(start: number, end: number): TextSpan;
}

const ASCII_ONLY = /^[\0-\x7f]*$/;
const SIMPLE_CHUNK = /^["'([{<*_-]*[a-z]*(?:['-][a-z]+)*[\])}>"'.,;:!?*_-]*$/;
const ASCII_WORD = /[a-z0-9]+/g;
/** Han and kana are words apart from Latin letters that touch them. */
const ANY_WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/** Some capitals have a lower case of another length (`İ`); they stay, for offsets must not move. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (character) => {
    const small = character.toLowerCase();
    return small.length === character.length ? small : character;
  }).join('');
}

interface OddChunk {
  start: number;
  end: number;
}

function foldChunks(lower: string): { folded: string; odd: OddChunk[] } {
  const odd: OddChunk[] = [];
  let folded = '';
  let copied = 0;
  for (const match of lower.matchAll(/\S+/g)) {
    const chunk = match[0];
    if (SIMPLE_CHUNK.test(chunk)) continue;
    const result = foldChunk(chunk);
    const end = match.index + chunk.length;
    if (result.odd) odd.push({ start: match.index, end });
    folded += lower.slice(copied, match.index) + result.text;
    copied = end;
  }
  return { folded: folded + lower.slice(copied), odd };
}

function findWords(lower: string, folded: string, odd: readonly OddChunk[]): FoldedWord[] {
  const pattern = ASCII_ONLY.test(folded) ? ASCII_WORD : ANY_WORD;
  const words: FoldedWord[] = [];
  let next = 0;
  for (const match of folded.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while (next < odd.length && (odd[next] as OddChunk).end <= start) next++;
    const chunk = odd[next];
    const isOdd = chunk !== undefined && chunk.start < end;
    const exact = lower.slice(start, end);
    words.push({ start, end, exact, folded: match[0], odd: isOdd, spelledOut: false });
  }
  return words;
}

/** Folds a plain text. Linear in its length; words that are spelled out follow the others. */
export function foldPlainText(plain: PlainText): FoldedText {
  const lower = lowerCase(plain.text);
  const { folded, odd } = foldChunks(lower);
  const words = findWords(lower, folded, odd);
  words.push(...findSpelledOut(folded));
  const inPieces = findInPieces(folded);
  const toOriginal = (start: number, end: number): TextSpan => plain.toOriginal(start, end);
  return { lower, folded, words, inPieces, toOriginal };
}
