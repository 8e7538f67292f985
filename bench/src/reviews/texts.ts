/** A small generator of numbers from 0 to 1 (mulberry32), so that every run fills the same. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ONSETS =
  'b c d f g h j k l m n p r s t v w z bl br ch cl cr dr fl gr pl pr qu sh sl sp st th tr'.split(
    ' ',
  );
const NUCLEI = 'a e i o u a e i o u ai ea ee ou oo ie'.split(' ');
const CODAS = ['', '', '', '', ...'n r s t l m nd st ck ng sh th nt rd ll ss'.split(' ')];
const ENDINGS = ['', '', '', ...'s ed er ing ion ment ly al ance y'.split(' ')];
const WORDS = 6000;
const FRAGMENTS = 20_000;
const FRAGMENT_WORDS = 9;
/** The most common of the ideographs come first in Unicode by radical, not by use: any will do. */
const FIRST_IDEOGRAPH = 0x4e00;
const IDEOGRAPHS = 2500;

/** Pieces of which comments are put together: words as frequent as in a language (Zipf), a tenth of the pieces Chinese. */
export interface Texts {
  words: string[];
  english: string[];
  chinese: string[];
}

/** Words and pieces; the word at rank r is about as frequent as 1 / r. */
export function makeTexts(): Texts {
  const random = randomFrom(42);
  const words = [...new Set(Array.from({ length: WORDS * 2 }, () => wordOf(random)))].slice(
    0,
    WORDS,
  );
  const ranked = (count: number): number => Math.floor(count ** random()) - 1;
  const english = Array.from({ length: FRAGMENTS }, () =>
    Array.from({ length: FRAGMENT_WORDS }, () => words[ranked(words.length)] ?? '').join(' '),
  );
  const chinese = Array.from({ length: FRAGMENTS / 10 }, () =>
    Array.from({ length: 14 }, () =>
      String.fromCodePoint(FIRST_IDEOGRAPH + ranked(IDEOGRAPHS)),
    ).join(''),
  );
  return { words, english, chinese };
}

/** Built as English words are, so that about as many share three letters. */
function wordOf(random: () => number): string {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const syllable = (): string => pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  const length = 1 + Math.floor(random() * 2.5);
  return Array.from({ length }, syllable).join('') + pick(ENDINGS);
}
