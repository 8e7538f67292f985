/**
 * Letters that hardly ever follow a letter: pairs found in at most 25 different words, counted over the words that three
 * or more English news comments, talk pages or Portuguese tweets use, and over CLDR's names of countries, languages,
 * currencies and times in some fifty locales of Latin script. Each occurs (`handful`, `Nafka`); several in one word do not.
 */
const FOLLOWERS: Readonly<Record<string, string>> = {
  b: 'dfgkmnpqxz',
  c: 'bdfgjmpqvwx',
  d: 'bfpqtx',
  f: 'bcdhjkmnpqvwxyz',
  g: 'cfmpqxz',
  h: 'bcfghjpqvxz',
  j: 'bfghjklmpqrtvwxyz',
  k: 'bdfgjpqxz',
  l: 'qrxz',
  m: 'dfgjklqrvwxz',
  n: 'x',
  p: 'bcdfgjkmnqvwxz',
  q: 'bcdefghijklmnpqrstvwxyz',
  r: 'x',
  s: 'x',
  t: 'bdgpq',
  u: 'q',
  v: 'bcdfghjkmpqtvwxz',
  w: 'bcdfgjkmpqtuvwxz',
  x: 'bdfgjklmnqrsvwxyz',
  y: 'bfhqvwxyz',
  z: 'cdfgmpqrvwxz',
};

const UNHEARD = new Uint8Array(26 * 26);
for (const [first, followers] of Object.entries(FOLLOWERS)) {
  for (const next of followers) UNHEARD[indexOf(first.charCodeAt(0), next.charCodeAt(0))] = 1;
}

/** The place of two letters in the table; 0, where `aa` has nothing to say, for anything but ASCII letters. */
function indexOf(first: number, second: number): number {
  const a = (first | 0x20) - 97;
  const b = (second | 0x20) - 97;
  return a >= 0 && a < 26 && b >= 0 && b < 26 ? a * 26 + b : 0;
}

/** How many different pairs of letters a text has that words hardly ever have; not more than `enough` are counted. */
export function countUnheardPairs(text: string, enough: number): number {
  const seen: number[] = [];
  let before = 0;
  for (let index = 0; index < text.length && seen.length < enough; index++) {
    const unit = text.charCodeAt(index);
    const pair = indexOf(before, unit);
    if (UNHEARD[pair] === 1 && !seen.includes(pair)) seen.push(pair);
    before = unit;
  }
  return seen.length;
}
