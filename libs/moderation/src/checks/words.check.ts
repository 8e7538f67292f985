import type { Label, TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import type { ReasonCode } from '../reasons.js';
import { readText } from '../text/reading.js';
import { covers, tidySpans } from '../text/spans.js';
import type { FoldedText } from '../words/fold-text.js';
import { findProfanity, profanityScore } from '../words/profanity.js';
import type { WordIndex } from '../words/word-index.js';

interface Found extends TextSpan {
  word: string;
  score: number;
}

/** More names than this make no better explanation. */
const NAMED_WORDS = 5;

function toSignal(
  label: Label,
  reason: ReasonCode,
  found: Found[],
  text: FoldedText,
  body: string,
): Signal[] {
  if (found.length === 0) return [];
  const strongestFirst = found.toSorted((a, b) => b.score - a.score || a.start - b.start);
  const names = [...new Set(strongestFirst.map(({ word }) => word))];
  const spans = tidySpans(
    body,
    found.map(({ start, end }) => text.toOriginal(start, end)),
  );
  const score = Math.max(...found.map((match) => match.score));
  const details = { words: names.slice(0, NAMED_WORDS).join(', '), count: spans.length };
  return [{ label, score, spans, reason, details }];
}

/** An allowed word clears what lies within it, so that allowing `Scunthorpe` does not allow its middle elsewhere. */
function without(allowed: readonly TextSpan[], found: Found[]): Found[] {
  if (allowed.length === 0) return found;
  return found.filter((match) => !allowed.some((span) => covers(span, match)));
}

const listed = (index: WordIndex, text: FoldedText): Found[] =>
  index.find(text).map(({ entry, start, end }) => ({ word: entry, score: 1, start, end }));

/** What is part of a link's address is not said by the author; the site's own lists look there all the same. */
function profanityOf(comment: CheckContext['comment']): Found[] {
  const { folded, links } = readText(comment);
  return findProfanity(folded)
    .map((match) => ({ ...match, score: profanityScore(match) }))
    .filter((match) => {
      const span = folded.toOriginal(match.start, match.end);
      return !links.links.some((link) => !link.disguised && covers(link, span));
    });
}

function run(context: CheckContext): Signal[] {
  const { words, comment } = context;
  const { folded } = readText(comment);
  const allowed = words.allowed.find(folded);
  const clear = (found: Found[]): Found[] => without(allowed, found);
  const profanity = words.profanity ? profanityOf(comment) : [];
  const { body } = comment;
  return [
    ...toSignal('banned-word', 'BANNED_WORD', clear(listed(words.banned, folded)), folded, body),
    ...toSignal('suspect-word', 'SUSPECT_WORD', clear(listed(words.suspect, folded)), folded, body),
    ...toSignal('profanity', 'PROFANITY', clear(profanity), folded, body),
  ];
}

/** Marks words of the site's lists and of the shipped list of English profanity. */
export const wordsCheck: Check = { name: 'words', version: '1', run };
