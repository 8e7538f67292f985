import type { TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import type { ReasonCode } from '../reasons.js';
import { findShouting } from '../shape/capitals.js';
import { findGibberish } from '../shape/gibberish.js';
import {
  findRepeatedCharacter,
  findStackedMarks,
  isInvisible,
  isOnlyPunctuation,
} from '../shape/worn-out.js';
import { readText } from '../text/reading.js';
import { tidySpans } from '../text/spans.js';

/** Under half a text in capitals is emphasis. */
const SHOUTED_SHARE = 0.5;

/** Blanks out links, so that what they are made of is not judged as words; offsets stay. */
function withoutLinks(body: string, links: readonly TextSpan[]): string {
  let text = '';
  let copied = 0;
  for (const { start, end } of links) {
    text +=
      body.slice(copied, Math.max(copied, start)) +
      ' '.repeat(Math.max(0, end - Math.max(copied, start)));
    copied = Math.max(copied, end);
  }
  return text + body.slice(copied);
}

function nonsense(body: string, reason: ReasonCode, score: number, spans: TextSpan[]): Signal {
  return { label: 'gibberish', score, spans: tidySpans(body, spans), reason, details: {} };
}

function gibberish(body: string, text: string): Signal[] {
  if (isInvisible(body)) return [nonsense(body, 'INVISIBLE_TEXT', 1, [])];
  const stacked = findStackedMarks(body);
  if (stacked) return [nonsense(body, 'STACKED_MARKS', 0.9, stacked)];
  const repeated = findRepeatedCharacter(text);
  if (repeated) return [nonsense(body, 'REPEATED_CHARACTER', repeated.share, repeated.spans)];
  if (isOnlyPunctuation(body)) return [nonsense(body, 'PUNCTUATION_ONLY', 0.9, [])];
  const mashed = findGibberish(text);
  return mashed ? [nonsense(body, 'GIBBERISH', mashed.share, mashed.spans)] : [];
}

function capitals(body: string, text: string): Signal[] {
  const shouting = findShouting(text);
  if (!shouting || shouting.share < SHOUTED_SHARE) return [];
  const { share: score } = shouting;
  const details = { percent: Math.round(score * 100) };
  return [
    {
      label: 'capitals',
      score,
      spans: tidySpans(body, shouting.spans),
      reason: 'CAPITALS',
      details,
    },
  ];
}

function run({ comment }: CheckContext): Signal[] {
  const { links, emails } = readText(comment).links;
  const hidden = [...links, ...emails].sort((a, b) => a.start - b.start);
  const text = hidden.length > 0 ? withoutLinks(comment.body, hidden) : comment.body;
  return [...capitals(comment.body, text), ...gibberish(comment.body, text)];
}

/** Marks shouting, keyboard mash and texts that show nothing. Cautious: other languages, laughter and emoji are no nonsense. */
export const shapeCheck: Check = { name: 'shape', version: '1', textAlone: true, run };
