import { pick, type Random } from './random.js';

const VOWEL = /[aeiou]/i;
const MOST_REPEATS = 6;

/** One letter, mostly a vowel, drawn out; now and then a second one. */
export function toRepeated(word: string, random: Random): string {
  const letters = Array.from(word);
  const vowels = letters.flatMap((letter, index) => (VOWEL.test(letter) ? [index] : []));
  const drawnOut = new Set([
    vowels.length > 0 && random() < 0.75
      ? pick(vowels, random)
      : Math.floor(random() * letters.length),
  ]);
  if (random() < 0.2) drawnOut.add(letters.length - 1);
  return letters
    .map((letter, index) =>
      drawnOut.has(index) ? letter.repeat(3 + Math.floor(random() * (MOST_REPEATS - 2))) : letter,
    )
    .join('');
}

/** Two neighbors swapped, but not the first letter, and not two that are the same. */
export function toSwapped(word: string, random: Random): string {
  const letters = Array.from(word);
  const places = letters.flatMap((letter, index) =>
    index > 0 && index + 1 < letters.length && letter !== letters[index + 1] ? [index] : [],
  );
  if (letters.length < 4 || places.length === 0) return word;
  const at = pick(places, random);
  const [first = '', second = ''] = letters.splice(at, 2);
  letters.splice(at, 0, second, first);
  return letters.join('');
}

const SIGNS = ['*', '*', '*', '#', '@', '-', '_'];

/** A sign for the first vowel, for all vowels, for all between the first and the last letter, or for all but the first. */
export function toMasked(word: string, random: Random): string {
  const letters = Array.from(word);
  const sign = pick(SIGNS, random);
  const style = random();
  const firstVowel = letters.findIndex((letter, index) => index > 0 && VOWEL.test(letter));
  return letters
    .map((letter, index) => {
      if (index === 0) return letter;
      const isLast = index === letters.length - 1;
      if (style < 0.55) return index === Math.max(1, firstVowel) ? sign : letter;
      if (style < 0.8) return VOWEL.test(letter) || (firstVowel < 0 && index === 1) ? sign : letter;
      return isLast && style < 0.95 ? letter : sign;
    })
    .join('');
}
