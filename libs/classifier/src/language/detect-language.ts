import type { NormalizedText } from '../normalize/normalizer.js';
import type { Vocabulary } from '../normalize/vocabulary.js';
import { type OffensiveWords, worthByCommonness, worthOnSecondLook } from './english-worth.js';
import { isAccented } from './letters.js';
import { type LanguageSigns, readLanguageSigns } from './language-signs.js';
import { nameLanguage } from './name-language.js';

/** From this share of English on, of what its words are worth, a text is English. Portuguese tweets have 0.09 in the middle. */
const ENGLISH_SHARE = 0.45;
/** So many words of English a text has to its credit before it is read: one odd word does not make a language. */
const CREDIT = 1;
/** In fewer letters the detector sees one language as well as another. */
const FEW_LETTERS = 12;
/** Letters of other alphabets in a face such as ಠ_ಠ; the smile of ¯\_(ツ)_/¯ is the one kana that does not count. */
const FACE = 2;
/** Letters of an alphabet that make a word, as one Chinese character does. */
const WORD_LENGTH = 5;

/**
 * The language of a text as a primary tag of BCP 47; `und` if nobody can tell. What has no letters, and what is too short to
 * tell, counts as English: insults are short, and nothing is gained by not scoring them. Never throws.
 */
export function detectLanguage(
  text: NormalizedText,
  original: string,
  vocabulary: Vocabulary,
  offensive?: OffensiveWords,
): string {
  const signs = readLanguageSigns(text, original, worthByCommonness(vocabulary));
  const eastAsian = signs.han + signs.hangul + (signs.kana > 1 ? signs.kana : 0);
  if (eastAsian > signs.latinWords && eastAsian * WORD_LENGTH > signs.other) {
    return eastAsianLanguage(signs);
  }
  if (signs.other > Math.max(FACE, signs.latinWords * WORD_LENGTH)) return nameLanguage(original);
  if (isEnglish(signs, text)) return 'en';
  const closer = readLanguageSigns(text, original, worthOnSecondLook(vocabulary, offensive));
  return isEnglish(closer, text) ? 'en' : nameLanguage(original);
}

/** Japanese is written with kana between its characters; a single one is a flourish in Chinese too. */
function eastAsianLanguage({ han, kana, hangul }: LanguageSigns): string {
  if (hangul > han + kana) return 'ko';
  return kana * 10 > han ? 'ja' : 'zh';
}

function isEnglish({ english, weight }: LanguageSigns, text: NormalizedText): boolean {
  if (english >= weight * ENGLISH_SHARE) return true;
  if (hasAccent(text)) return false;
  return (
    english + CREDIT >= (weight + CREDIT) * ENGLISH_SHARE || text.changes.letters < FEW_LETTERS
  );
}

function hasAccent({ units, length }: NormalizedText): boolean {
  for (let at = 0; at < length; at++) if (isAccented(units[at] as number)) return true;
  return false;
}
