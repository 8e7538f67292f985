import type { TextSpan } from '#contract';
import type { ScoredLabel } from '#moderation';
import { asRecord, asScore, malformed } from '../json-shape.js';
import type { Attribute } from './attributes.js';

/** A piece that scores less did not make the score. */
const SPAN_FROM = 0.5;

/**
 * The scores of an answer to `comments:analyze`, under our labels; attributes that it lacks are left out.
 * @throws ScoringFailure when it has another shape
 */
export function readScores(
  body: unknown,
  text: string,
  attributes: readonly Attribute[],
): ScoredLabel[] {
  const scores = asRecord(asRecord(body)?.['attributeScores']) ?? malformed();
  return attributes.flatMap(({ name, label }) => {
    if (scores[name] === undefined) return [];
    const { summaryScore, spanScores } = asRecord(scores[name]) ?? malformed();
    const score = asScore(asRecord(summaryScore)?.['value']);
    return [{ label, score, spans: readSpans(spanScores ?? [], text.length) }];
  });
}

function readSpans(spanScores: unknown, length: number): TextSpan[] {
  if (!Array.isArray(spanScores)) return malformed();
  return spanScores.map((one) => readSpan(one, length)).filter((span) => span !== null);
}

/** `null` for a piece that scores low, and for the whole text, which needs no mark. */
function readSpan(spanScore: unknown, length: number): TextSpan | null {
  const { begin, end, score } = asRecord(spanScore) ?? malformed();
  const value = asScore(asRecord(score)?.['value']);
  if (!isOffset(begin) || !isOffset(end) || begin >= end) return malformed();
  // Whoever counts in bytes gets past the end; the marks of all its answers would be in the wrong places.
  if (end > length) return malformed();
  const whole = begin === 0 && end === length;
  return whole || value < SPAN_FROM ? null : { start: begin, end };
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
