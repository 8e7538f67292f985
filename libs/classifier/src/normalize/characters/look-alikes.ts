import unhomoglyph from 'unhomoglyph';

const LATIN = /^\p{Script=Latin}$/u;

/** Small capitals in the order of the alphabet: Unicode's confusables take most of them for letters of their own. */
const SMALL_CAPITALS = new Map(
  Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (capital, index) => [
    capital,
    'abcdefghijklmnopqrstuvwyz'.charAt(index),
  ]),
);

/**
 * Likenesses that Unicode's confusables leave out, for they would deceive nobody who looks at a single letter, but are read
 * in the middle of a word.
 */
const FREE_LIKENESSES = new Map(
  Object.entries({
    ...{ б: 'b', г: 'r', ё: 'e', з: 'e', и: 'u', й: 'u', л: 'n', п: 'n', ц: 'u', ч: 'y', ш: 'w' },
    ...{ щ: 'w', ъ: 'b', ы: 'b', ь: 'b', э: 'e', я: 'r', ї: 'i', ў: 'y', ғ: 'f', қ: 'k', ң: 'h' },
    ...{ β: 'b', δ: 'd', ε: 'e', ζ: 'z', η: 'n', θ: 'o', κ: 'k', λ: 'l', μ: 'u', ξ: 'e', π: 'n' },
    ...{ τ: 't', χ: 'x', ψ: 'y', ω: 'w', φ: 'o', ς: 's', ά: 'a', έ: 'e', ή: 'n', ί: 'i', ό: 'o' },
    ...{ ύ: 'u', ώ: 'w', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ß: 'b', þ: 'p', æ: 'a' },
    ...{
      ɓ: 'b',
      ƅ: 'b',
      ƈ: 'c',
      ɗ: 'd',
      ɛ: 'e',
      ɠ: 'g',
      ɦ: 'h',
      ɨ: 'i',
      ƙ: 'k',
      ɱ: 'm',
      ŋ: 'n',
      ƥ: 'p',
    },
    ...{ ƭ: 't', ʋ: 'v', ɯ: 'w', ʎ: 'y', ƴ: 'y', ʐ: 'z', ə: 'e', ɐ: 'a', ɔ: 'c', ʇ: 't', ʞ: 'k' },
  }),
);

/** Likenesses that Unicode's confusables know only for the capital, or see in a small capital or another letter. */
const PLAIN_LIKENESSES = new Map(
  Object.entries({
    в: 'b',
    к: 'k',
    м: 'm',
    н: 'h',
    т: 't',
    ӏ: 'l',
    ĸ: 'k',
    τ: 't',
    κ: 'k',
    η: 'n',
    ω: 'w',
  }),
);

/** A letter that another one can be taken for. */
export interface Likeness {
  /** ASCII, lower case. */
  letter: string;
  /** Whether Unicode's confusables say so, rather than a reader's good will. */
  certain: boolean;
}

const asciiLetter = (text: string): string | null => {
  const lower = text.toLowerCase();
  return /^[a-z]$/.test(lower) ? lower : null;
};

/** The bare letter of an accented one: `é` gives `e`. */
function withoutMarks(character: string): string {
  return Array.from(character.normalize('NFD'))[0] ?? '';
}

function confusable(character: string): string | null {
  const direct = unhomoglyph(character);
  const found = asciiLetter(direct) ?? asciiLetter(withoutMarks(direct));
  return found ?? SMALL_CAPITALS.get(direct) ?? asciiLetter(unhomoglyph(direct.toLowerCase()));
}

/** Reads one character beyond ASCII as a Latin letter; `null` if nobody would. */
export function likenessOf(character: string): Likeness | null {
  const plain = SMALL_CAPITALS.get(character) ?? PLAIN_LIKENESSES.get(character);
  if (plain !== undefined) return { letter: plain, certain: true };
  const base = asciiLetter(withoutMarks(character));
  if (base !== null) return { letter: base, certain: true };
  const found = confusable(character) ?? confusable(withoutMarks(character));
  if (found !== null) return { letter: found, certain: true };
  const free = FREE_LIKENESSES.get(character.toLowerCase());
  return free === undefined ? null : { letter: free, certain: false };
}

export const isLatin = (character: string): boolean => LATIN.test(character);
export const isSmallCapital = (character: string): boolean => SMALL_CAPITALS.has(character);
