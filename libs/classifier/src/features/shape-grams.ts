import type { NormalizedText } from '../normalize/normalizer.js';
import type { GramBuffer } from './gram-buffer.js';
import type { TokenBuffer } from './token-buffer.js';
import { WORD } from './unit-kinds.js';

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
/** Written in capitals a word says something else: `U` and the word, apart from the word itself. */
const SHOUTED_SALT = 0x7f4a7c15;
const SHORTEST_SHOUT = 3;

const LENGTH = 1;
const CAPITALS = 2;
const EXCLAMATIONS = 3;
const QUESTIONS = 4;
const LOWER_START = 5;

/** The hash of a shape that takes a few values, none of which a word can hash to but by chance. */
const shapeHash = (shape: number, value: number): number =>
  Math.imul(0x3c6ef372 ^ (shape << 8) ^ (value + 16), 0x9e3779b1) ^ 0x165667b1;

const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

function isShouted(text: NormalizedText, original: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (!isUpper(original.charCodeAt(text.starts[at] as number))) return false;
  }
  return true;
}

/** How a text looks: its length, its capitals, its exclamations and questions, each as a feature with a few steps. */
export function addShapes(
  text: NormalizedText,
  original: string,
  tokens: TokenBuffer,
  grams: GramBuffer,
): void {
  const { changes } = text;
  let exclamations = 0;
  let questions = 0;
  for (let index = 0; index < tokens.count; index++) {
    const start = tokens.starts[index] as number;
    const end = tokens.ends[index] as number;
    if (tokens.kinds[index] === WORD) {
      if (
        changes.upperCase > 2 &&
        end - start >= SHORTEST_SHOUT &&
        isShouted(text, original, start, end)
      ) {
        grams.push((tokens.hashes[index] as number) ^ SHOUTED_SALT);
      }
    } else if (text.units[start] === EXCLAMATION) exclamations += end - start;
    else if (text.units[start] === QUESTION) questions += end - start;
  }
  const capitals =
    changes.letters > 5 ? Math.min(10, Math.floor((10 * changes.upperCase) / changes.letters)) : -1;
  grams.push(shapeHash(LENGTH, Math.floor(Math.log2(text.length + 1) * 2)));
  grams.push(shapeHash(CAPITALS, capitals));
  grams.push(shapeHash(EXCLAMATIONS, Math.min(6, Math.ceil(Math.log2(exclamations + 1)))));
  grams.push(shapeHash(QUESTIONS, Math.min(4, questions)));
  const first = text.length > 0 ? original.charCodeAt(text.starts[0] as number) : 0;
  if (first >= 0x61 && first <= 0x7a) grams.push(shapeHash(LOWER_START, 1));
}
