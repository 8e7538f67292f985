import type { TextSpan } from '#contract';

/** Characters that people repeat to laugh or to cheer; in Thai, Chinese and Japanese also digits. */
const LAUGHTER = /[kwhxjзхахㅋㅎㅠㅜ哈呵嘿嘻啊草笑ฮ568]/iu;
const RUN_LENGTH = 12;
const RUN = new RegExp(
  `(?<![\\p{L}\\p{N}])([\\p{L}\\p{N}])\\1{${RUN_LENGTH - 1},}(?![\\p{L}\\p{N}])`,
  'gu',
);
const LETTER = /[\p{L}\p{N}]/gu;
/** Of the letters, so much must be such runs. A word drawn out, as `nooooooooooo`, is no run. */
const SHARE = 0.7;

/** Whether any character comes so often in a row; a loop, because most texts have no such run. */
function hasRun(text: string): boolean {
  let length = 1;
  for (let index = 1; index < text.length && length < RUN_LENGTH; index++) {
    length = text.charCodeAt(index) === text.charCodeAt(index - 1) ? length + 1 : 1;
  }
  // Letters beyond the basic plane have no two equal units in a row; nobody draws them out.
  return length >= RUN_LENGTH;
}

/** What is one character, repeated. */
export interface RepeatedCharacter {
  /** Of all letters and digits, 0 to 1. */
  share: number;
  spans: TextSpan[];
}

/** A run of one letter or digit that is most of a text, as in `aaaaaaaaaaaaaaaa`; `null` if there is none. */
export function findRepeatedCharacter(text: string): RepeatedCharacter | null {
  if (!hasRun(text)) return null;
  const runs = Array.from(text.matchAll(RUN)).filter((match) => !LAUGHTER.test(match[1] ?? ''));
  if (runs.length === 0) return null;
  const letters = text.match(LETTER)?.length ?? 0;
  const repeated = runs.reduce((sum, match) => sum + (match[0].match(LETTER)?.length ?? 0), 0);
  const share = repeated / letters;
  if (share < SHARE) return null;
  const spans = runs.map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return { share, spans };
}

/** Fewer signs are a reaction: `!!!`, `???`, `...`, `?!?!?!`. */
const MANY_SIGNS = 16;
/** Signs of sentences and of drawn lines; brackets and `^` are faces and laughter, other symbols are drawings. */
const ONLY_SIGNS = /^[\s!?¡¿.,:;…'"“”‘’`´\-‐-―_*#%&@$|/\\~=+<>。、，！？．：；·•]+$/;

/** Whether a text is nothing but punctuation, and more of it than a reaction has. */
export function isOnlyPunctuation(text: string): boolean {
  return (
    text.length >= MANY_SIGNS &&
    ONLY_SIGNS.test(text) &&
    text.replace(/\s+/g, '').length >= MANY_SIGNS
  );
}

/** Four loose marks on one letter: no language needs them; one who wants to be unreadable sets dozens. */
const STACK =
  /\p{L}[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4,}/gu;
const ANY_MARK =
  /[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4}/;
const STACKS = 3;

/** Letters under piles of marks (`Z̷̢͎a̵l̶g̴o̸`), at least three; `null` if there are fewer. */
export function findStackedMarks(text: string): TextSpan[] | null {
  if (!ANY_MARK.test(text)) return null;
  const stacks = Array.from(text.matchAll(STACK));
  if (stacks.length < STACKS) return null;
  return stacks.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

const VISIBLE = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0\s]/u;

/** Whether a text shows nothing at all: only spaces, joiners, fillers and the like. */
export function isInvisible(text: string): boolean {
  return !VISIBLE.test(text);
}
