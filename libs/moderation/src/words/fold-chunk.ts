import { latinReading } from './letter-folding.js';

/** Digits and signs that stand for letters. Not `/` and `2`, though the usual lists have them: `he/she` and `2nd` are too common. */
const LEET: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '(': 'c',
  '¢': 'c',
  '3': 'e',
  '€': 'e',
  '6': 'g',
  '9': 'g',
  '1': 'i',
  '!': 'i',
  '|': 'i',
  '0': 'o',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
};
const LETTER = /[a-z]/;
const DIGIT = /[0-9]/;

/** A chunk of text without spaces, folded to what it reads like; as long as the chunk. */
export interface FoldedChunk {
  text: string;
  /** Whether look-alikes, leetspeak or several accents make it improbable that the spelling is innocent. */
  odd: boolean;
}

interface Reading {
  letters: string[];
  /** How many characters were read as another letter, by kind. */
  counts: { accent: number; own: number; borrowed: number };
}

function readLetters(lower: string): Reading {
  const counts = { accent: 0, own: 0, borrowed: 0 };
  const hasLatin = LETTER.test(lower) || /[\u00df-\u024f]/.test(lower);
  const letters = Array.from({ length: lower.length }, (_, index) => {
    const character = lower.charAt(index);
    if (character < '\u0080') return character;
    const reading = latinReading(character);
    // A word all of one foreign script is a word of that script, not a disguise.
    if (!reading || (reading.kind === 'borrowed' && !hasLatin)) return character;
    counts[reading.kind]++;
    return reading.letter;
  });
  return { letters, counts };
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && LETTER.test(character);

const isS = (character: string | undefined): boolean =>
  character === 's' || character === '$' || character === '5';

const isSign = (character: string): boolean => Object.hasOwn(LEET, character);

/** For each place the nearest character in a direction that is no sign for a letter itself: `sh!+` has two in a row. */
function beyondSigns(letters: readonly string[], step: 1 | -1): (string | undefined)[] {
  const beyond = new Array<string | undefined>(letters.length);
  let nearest: string | undefined;
  const first = step === 1 ? letters.length - 1 : 0;
  for (let at = first; at >= 0 && at < letters.length; at -= step) {
    beyond[at] = nearest;
    const character = letters[at] ?? '';
    if (!isSign(character)) nearest = character;
  }
  return beyond;
}

/** Whether the sign at a place stands inside a word: closing punctuation and brackets are just that. */
function signReader(letters: readonly string[]): (index: number) => boolean {
  const before = beyondSigns(letters, -1);
  const after = beyondSigns(letters, 1);
  const lastBracket = letters.lastIndexOf(')');
  return (index) => {
    const sign = letters[index] ?? '';
    const next = letters[index + 1];
    const inside =
      isLetter(before[index]) && (isLetter(after[index]) || next === '$' || next === '@');
    if (sign === '(') return inside && lastBracket < index;
    if (sign === '!' || sign === '|' || sign === '+' || sign === '€' || sign === '¢') return inside;
    // `@name` addresses somebody; `@ss` and `@$$` do not.
    if (sign === '@') return index > 0 || (isS(next) && isS(letters[index + 2]));
    return true;
  };
}

function readLeet(letters: string[]): number {
  const alphabetic = letters.filter((character) => LETTER.test(character)).length;
  const digits = letters.filter((character) => DIGIT.test(character)).length;
  // `455` is a number, `A55` a road, `$5m` a price, `AB12345` a number plate.
  if (alphabetic < 2 || digits > alphabetic + 1 || !letters.some(isSign)) return 0;
  const readsAsLetter = signReader(letters);
  const candidates = letters.flatMap((character, index) =>
    isSign(character) && readsAsLetter(index) ? [index] : [],
  );
  for (const index of candidates) letters[index] = LEET[letters[index] ?? ''] ?? '';
  return candidates.length;
}

/** Folds one chunk of lower-case text. Linear in its length. */
export function foldChunk(lower: string): FoldedChunk {
  const { letters, counts } = readLetters(lower);
  const leet = readLeet(letters);
  const odd = counts.borrowed + leet > 0 || counts.accent + counts.own > 1;
  // One `ü` is a letter; three are a disguise. Obscenity's words have no such letters, so they read them folded anyway.
  return { text: letters.join(''), odd: odd || (counts.accent === 1 && counts.own === 0) };
}
