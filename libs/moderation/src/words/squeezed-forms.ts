const REPEATED = /(\p{L})\1{2,}/u;
const REPEATS = /(\p{L})\1{2,}/gu;

/**
 * The words that a word with letters drawn out may stand for: `idiooot` gives `idiot` and `idioot`. Two of a letter are
 * spelling (`boot`), three or more are not; which of one and two is right, the lists know.
 */
export function squeezedForms(word: string): readonly string[] {
  if (!REPEATED.test(word)) return [word];
  return [word, word.replace(REPEATS, '$1'), word.replace(REPEATS, '$1$1')];
}
