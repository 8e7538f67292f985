import { hashString, hashUnits } from '../normalize/hash-units.js';
import { HashTable } from '../normalize/hash-table.js';

/** What a word says about the language of its text, however common it is in English texts. */
export const Word = {
  PLAIN: 0,
  /** As common in English as in another language, as `die`, `no` and `come`: says nothing. */
  SHARED: 1,
  /** In English texts only where they quote. */
  FOREIGN: 2,
} as const;

const SHARED = `me no do so as in an am on we of at for was die war hat man mal bin also den fast gut had over men dan
  son pour plus come ten van due sale per ma la le les el de des du das da na ben var on bu air bang kan har dig hem
  con pro los las san si al en se te com era us pot put to dom tak kim den mit`;
const FOREIGN = `ist und der nicht auch sich ein eine ich wir ihr est sont je dans qui ou mais avec vous une que por
  para como mas um uma em não nao meu minha ser ter vai vou pra eu ele ela isso foi sem nos vos hay muy pero del dos
  tres su mi ti sei che ci lo li sono perche ne het een niet zijn ik bir bu ve yang dan ini itu jest nie på och att
  ale jak pas il tu un et non di`;
const LONGEST = 6;

const kinds = new HashTable(256);
/** Which beginnings and lengths the lists have: most words are known not to be in them without hashing. */
const outlines = new Uint8Array(1 << 13);
const outlineOf = (first: number, second: number, length: number): number =>
  ((first & 31) << 8) | ((second & 31) << 3) | length;

function addWords(list: string, kind: number): void {
  for (const word of list.split(/\s+/)) {
    kinds.set(hashString(word), kind);
    outlines[outlineOf(word.charCodeAt(0), word.charCodeAt(1), word.length)] = 1;
  }
}
addWords(SHARED, Word.SHARED);
addWords(FOREIGN, Word.FOREIGN);

/** What the word in lower-case units `start` to `end` (exclusive) says; a single letter says nothing. */
export function wordKind(units: Uint16Array, start: number, end: number): number {
  const length = end - start;
  if (length < 2) return Word.SHARED;
  if (length > LONGEST) return Word.PLAIN;
  const outline = outlineOf(units[start] as number, units[start + 1] as number, length);
  return outlines[outline] === 0 ? Word.PLAIN : kinds.get(hashUnits(units, start, end));
}
