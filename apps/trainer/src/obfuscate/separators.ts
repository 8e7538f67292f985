import { pick, type Random } from './random.js';

const SIGNS = ['.', '-', '_', '*', '.', '-', '|', '~', '·', '+', '/'];
const CUTS = ['.', '-', '*', '_', '·'];
const SHORTEST_CUT = 5;

/** A space between all letters. */
export const toSpaced = (word: string): string => Array.from(word).join(' ');

/** One sign between all letters, or between two of them. */
export function toPunctuated(word: string, random: Random): string {
  const letters = Array.from(word);
  if (letters.length >= SHORTEST_CUT && random() < 0.4) {
    const cut = 2 + Math.floor(random() * (letters.length - 3));
    return letters.slice(0, cut).join('') + pick(CUTS, random) + letters.slice(cut).join('');
  }
  return letters.join(pick(SIGNS, random));
}

const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u202c', '\u034f'];

/** Characters that show nothing between letters: at least one, here and there more. */
export function toZeroWidth(word: string, random: Random): string {
  const letters = Array.from(word);
  const sure = 1 + Math.floor(random() * (letters.length - 1));
  return letters
    .map((letter, index) =>
      index > 0 && (index === sure || random() < 0.4) ? pick(INVISIBLE, random) + letter : letter,
    )
    .join('');
}
