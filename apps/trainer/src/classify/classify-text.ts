import type { Classification, WeighedSpan } from '#classifier';
import type { Scorer } from '../scorer.js';

/** All that the classifier says of a text, for a person to read. */
export interface ClassifiedText {
  language: string;
  scores: Classification['scores'];
  /** The pieces that carry the score, with their words. */
  spans: (WeighedSpan & { text: string })[];
  /** The score of the spam model for the content alone. */
  spam: number;
}

/** More decimals than these say nothing. */
const rounded = (value: number): number => Number(value.toFixed(4));

/** Scores a text; `language` is detected unless it is given. */
export function classifyText(
  classifier: Scorer,
  text: string,
  language: string | undefined,
): ClassifiedText {
  const found = classifier.classify(text, language === undefined ? {} : { language });
  const scores = found.scores && roundedScores(found.scores);
  const spans = found.spans.map(({ start, end, weight }) => ({
    ...{ text: text.slice(start, end), start, end, weight: rounded(weight) },
  }));
  return { language: found.language, scores, spans, spam: rounded(classifier.scoreSpam(text)) };
}

function roundedScores<T extends object>(scores: T): T {
  const entries = Object.entries(scores).map(([label, score]) => [label, rounded(score as number)]);
  return Object.fromEntries(entries) as T;
}
