import type { TextSpan } from '#contract';

/** How much of a text shouts. */
export interface Shouting {
  /** Letters in shouted words as a share of all cased letters, 0 to 1. */
  share: number;
  spans: TextSpan[];
}

const WORD = /[\p{L}\p{N}\p{M}'’]+/gu;
const UPPER = /\p{Lu}/gu;
const UPPER_ONE = /\p{Lu}/u;
const CASED = /\p{Lu}|\p{Ll}/gu;
const BIG = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** Fewer words or letters than this are emphasis, or a name. */
const MINIMUM_WORDS = 4;
const MINIMUM_LETTERS = 20;
/** Letters a word has on average, at least: `A B C D` is not shouted. */
const MINIMUM_WORD = 2;
/** Words apart by more than this, as by a link, are not one run. */
const GAP = 4;

interface Word extends TextSpan {
  letters: number;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const between = (text: string, before: Word, after: Word): string =>
  text.slice(before.end, after.start);

/** `FBI, CIA, NSA` and `BBC / CNN` are lists of abbreviations: signs stand between most of the words. */
function isList(text: string, run: readonly Word[]): boolean {
  const signs = run
    .slice(1)
    .filter((word, index) => /[,/;&|·•-]/.test(between(text, run[index] as Word, word)));
  return signs.length * 2 >= run.length - 1;
}

function isShouted(text: string, run: readonly Word[]): boolean {
  const letters = run.reduce((sum, word) => sum + word.letters, 0);
  return run.length >= MINIMUM_WORDS && letters >= run.length * MINIMUM_WORD && !isList(text, run);
}

function isApart(text: string, before: Word, after: Word): boolean {
  const gap = between(text, before, after);
  return gap.length > GAP || gap.includes('\n');
}

function runsOf(text: string): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const finish = (): void => {
    if (isShouted(text, run)) runs.push(run);
    run = [];
  };
  for (const match of text.matchAll(WORD)) {
    const letters = countOf(match[0], UPPER);
    const word = { start: match.index, end: match.index + match[0].length, letters };
    if (!BIG.test(match[0])) {
      if (/\p{L}/u.test(match[0])) finish();
      continue;
    }
    const last = run.at(-1);
    if (last && isApart(text, last, word)) finish();
    run.push(word);
  }
  finish();
  return runs;
}

/** Whether there are enough capitals to look closer; a loop, because most texts have not. */
function hasCapitals(text: string): boolean {
  let capitals = 0;
  for (let index = 0; index < text.length && capitals < MINIMUM_LETTERS; index++) {
    const unit = text.charCodeAt(index);
    const isAscii = unit < 0x80;
    if (isAscii ? unit >= 65 && unit <= 90 : UPPER_ONE.test(text.charAt(index))) capitals++;
  }
  return capitals >= MINIMUM_LETTERS;
}

/** Finds runs of at least four words in capitals; `null` where too little is shouted to speak of. */
export function findShouting(text: string): Shouting | null {
  if (!hasCapitals(text)) return null;
  const runs = runsOf(text);
  const shouted = runs.flat().reduce((sum, { letters }) => sum + letters, 0);
  if (shouted < MINIMUM_LETTERS) return null;
  const spans = runs.map((run) => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 }));
  return { share: Math.min(1, shouted / countOf(text, CASED)), spans };
}
