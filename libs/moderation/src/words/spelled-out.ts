import type { FoldedWord } from './folded-word.js';

/**
 * Letters apart (`i d i o t`, `i.d.i.o.t`, `i - d - i - o - t`): three or more single letters or short pieces with the
 * same kind of small gap. Gaps are bounded, so that the expression stays linear.
 */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ \t\u00a0]{1,3}\p{L}(?![\p{L}\p{N}])){2,}/gu;
const SIGNED =
  /(?<![\p{L}\p{N}])\p{L}{1,2}(?:[ \t]?[.,\-_*~·•|/\\^+=:]{1,3}[ \t]?\p{L}{1,2}(?![\p{L}\p{N}]))+/gu;
/** What each needs at least; most texts have neither, and a search for these costs little. */
const MAY_BE_SPACED =
  /(?<![a-z0-9\u0400-\u04ff'’])[a-z\u0400-\u04ff][ \t\u00a0]{1,3}[a-z\u0400-\u04ff](?![a-z0-9\u0400-\u04ff'’])/;
const MAY_BE_SIGNED =
  /(?<![a-z0-9\u0400-\u04ff'’])[a-z\u0400-\u04ff]{1,2}[ \t]?[.,\-_*~·•|/\\^+=:]{1,3}[ \t]?[a-z\u0400-\u04ff]{1,2}(?![a-z0-9\u0400-\u04ff'’])/;
const SHORTEST = 3;
const LONGEST = 200;

function* joined(folded: string, pattern: RegExp): Generator<FoldedWord> {
  for (const match of folded.matchAll(pattern)) {
    const word = match[0].replace(/[^\p{L}]+/gu, '');
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    const start = match.index;
    const end = start + match[0].length;
    yield { start, end, exact: word, folded: word, odd: true, spelledOut: true };
  }
}

/** The words that a text spells letter by letter, joined. `U S A` is found too: what it means is for the lists to say. */
export function findSpelledOut(folded: string): FoldedWord[] {
  return [
    ...(MAY_BE_SPACED.test(folded) ? joined(folded, SPACED) : []),
    ...(MAY_BE_SIGNED.test(folded) ? joined(folded, SIGNED) : []),
  ];
}
