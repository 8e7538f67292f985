import { pick, type Random } from './random.js';

/** What is seen written for a letter; some of it rare. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  a: ['@', '4', '@'],
  b: ['8'],
  e: ['3', '3', '€'],
  g: ['9', '6'],
  i: ['1', '!', '1', '|'],
  l: ['1', '|'],
  o: ['0'],
  s: ['$', '5', '$'],
  t: ['7', '+'],
};
const AS_IT_IS = 0.3;

/** Digits and signs for letters: at least one letter that has such a spelling, most of them. */
export function toLeet(word: string, random: Random): string {
  const letters = Array.from(word);
  const candidates = letters.flatMap((letter, index) =>
    letter.toLowerCase() in SPELLINGS ? [index] : [],
  );
  if (candidates.length === 0) return word;
  const sure = pick(candidates, random);
  return letters
    .map((letter, index) => {
      const spellings = SPELLINGS[letter.toLowerCase()];
      if (spellings === undefined) return letter;
      return index === sure || random() >= AS_IT_IS ? pick(spellings, random) : letter;
    })
    .join('');
}
