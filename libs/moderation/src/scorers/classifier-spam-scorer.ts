import type { Classifier, SpamClassification } from '#classifier';
import type { TextSpan } from '#contract';
import type { SpamScorer } from '../checks/spam-model.check.js';
import { roundScore } from './round-score.js';

/** Nearly every word of an advertisement adds a little; what adds less than this part of the strongest explains nothing. */
const NOTABLE_PART = 0.25;

/** The words that add most, those that stand side by side as one piece. */
function notablePieces(text: string, spans: SpamClassification['spans']): TextSpan[] {
  const strongest = Math.max(0, ...spans.map(({ weight }) => weight));
  const pieces: TextSpan[] = [];
  for (const { start, end, weight } of spans) {
    if (weight < strongest * NOTABLE_PART) continue;
    const last = pieces.at(-1);
    if (last && /^\s*$/.test(text.slice(last.end, start))) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}

/** The spam model of the classifier of this machine as a scorer. */
export function classifierSpamScorer(
  classifier: Pick<Classifier, 'version' | 'classifySpam'>,
): SpamScorer {
  const answer: SpamScorer['score'] = (text, behavior) => {
    const { score, spans, behavior: reasons } = classifier.classifySpam(text, behavior);
    const against = reasons.filter(({ weight }) => weight > 0);
    return {
      score: roundScore(score),
      spans: notablePieces(text, spans),
      behavior: against.toSorted((a, b) => b.weight - a.weight).map(({ name }) => name),
    };
  };
  return { name: 'classifier', version: classifier.version, score: answer };
}
