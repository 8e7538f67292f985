import { plainText } from '../text/plain-text.js';
import { foldPlainText } from './fold-text.js';

/** How an entry of a word list is matched. */
export type WordEntry =
  /** Whole words in this order, one or more. */
  /** `accented`: the accents are meant, so that the text must have them. */
  | { kind: 'words'; entry: string; exact: string[]; folded: string[]; accented: boolean }
  /** A word that begins, ends or does both with these letters: `idiot*`, `*phobia`, `*trash*`. */
  | { kind: 'part'; entry: string; text: string; openStart: boolean; openEnd: boolean }
  /** Anywhere, as it stands: scripts without spaces, emoji, signs. */
  | { kind: 'anywhere'; entry: string; text: string };

/** Scripts that set no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDY = /[\p{L}\p{N}]/u;
/** Signs that belong to what they stand beside, as in `C++` or `#tag`; folding them away would mark every `c`. */
const SIGNS = /[^\p{L}\p{N}\p{M}\s'’".,;:!?\-–—]/u;

/** Reads one line of a word list; `null` for one that says nothing. */
export function parseWordEntry(line: string): WordEntry | null {
  const entry = line.trim();
  const bare = entry.replace(/^\*+|\*+$/g, '').trim();
  const folded = foldPlainText(plainText(bare));
  if (bare === '') return null;
  const words = folded.words.filter((word) => !word.spelledOut);
  const unspaced = UNSPACED.test(bare);
  if (unspaced || !WORDY.test(bare) || (words.length <= 1 && SIGNS.test(folded.folded))) {
    return { kind: 'anywhere', entry, text: unspaced ? folded.lower : folded.folded };
  }
  const openStart = entry.startsWith('*');
  const openEnd = entry.endsWith('*');
  const [only] = words;
  if (words.length === 1 && only && (openStart || openEnd)) {
    return { kind: 'part', entry, text: only.folded, openStart, openEnd };
  }
  const exact = words.map((word) => word.exact);
  const asRead = words.map((word) => word.folded);
  const accented = /[^\0-\x7f]/.test(exact.join('')) && exact.join() !== asRead.join();
  return { kind: 'words', entry, exact, folded: asRead, accented };
}
