import { nameLanguage } from '#classifier';

/** In fewer letters of an alphabet one language looks like another. */
const FEW_LETTERS = 20;
/** Japanese is written with kana between its characters; a single one is a flourish in Chinese too. */
const KANA_SHARE = 0.1;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** The language of a text as a primary tag of BCP 47, as in `en` or `zh`; `null` where it is too short to tell. */
export function languageOf(body: string): string | null {
  const han = count(body, /\p{Script=Han}/gu);
  const kana = count(body, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(body, /\p{Script=Hangul}/gu);
  const others = count(body, /\p{L}/gu) - han - kana - hangul;
  // A character says about as much as a word of five letters.
  if ((han + kana + hangul) * 5 > others) {
    if (hangul > han + kana) return 'ko';
    return kana > han * KANA_SHARE ? 'ja' : 'zh';
  }
  if (others < FEW_LETTERS) return null;
  const named = nameLanguage(body);
  return named === 'und' ? null : named;
}
