import type { Disguise } from './disguise.js';
import type { ObfuscationKind } from './kinds.js';
import { toLeet } from './leet.js';
import { toLookAlikes } from './look-alikes.js';
import type { Random } from './random.js';
import { toMasked, toRepeated, toSwapped } from './respellings.js';
import { toPunctuated, toSpaced, toZeroWidth } from './separators.js';

const DISGUISES: Readonly<Record<ObfuscationKind, Disguise>> = {
  leet: toLeet,
  spaces: toSpaced,
  punctuation: toPunctuated,
  'look-alikes': toLookAlikes,
  'zero-width': toZeroWidth,
  repeats: toRepeated,
  masks: toMasked,
  swaps: toSwapped,
};
const WORD = /(?<![\p{L}\p{N}_@#/.])[a-z]{3,}(?![\p{L}\p{N}_@/])/giu;
const SHORTEST_OTHER = 4;
const OTHERS = 0.1;
/** Nobody masks what he may write. */
const ONLY_OFFENSIVE: ReadonlySet<ObfuscationKind> = new Set(['masks']);

/**
 * Disguises every word of the lexicon (lower case) and, so that civil texts are disguised as well, a random tenth of the other
 * words of four letters and more; only words of the lexicon are masked. The same text, kind and random numbers give the same result.
 */
export function obfuscate(
  text: string,
  kind: ObfuscationKind,
  { random, lexicon }: { random: Random; lexicon: ReadonlySet<string> },
): string {
  const disguise = DISGUISES[kind];
  const others = ONLY_OFFENSIVE.has(kind) ? 0 : OTHERS;
  return text.replace(WORD, (word) => {
    const isChosen =
      lexicon.has(word.toLowerCase()) || (word.length >= SHORTEST_OTHER && random() < others);
    return isChosen ? disguise(word, random) : word;
  });
}
