import type { TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import { SPAM_SIGNS, type SpamSign, spamFacts } from '../spam/signs.js';
import { tidySpans } from '../text/spans.js';

/** Below this a comment is as innocent as most. */
const QUIET_BELOW = 0.2;

interface Sighted {
  sign: SpamSign;
  spans: readonly TextSpan[];
}

/** The probability that at least one of several independent causes holds. */
function noisyOr(weights: readonly number[]): number {
  return 1 - weights.reduce((open, weight) => open * (1 - weight), 1);
}

function run(context: CheckContext): Signal[] {
  const facts = spamFacts(context);
  const sighted = SPAM_SIGNS.flatMap((sign): Sighted[] => {
    const spans = sign.find(facts);
    return spans === null ? [] : [{ sign, spans }];
  });
  const score = noisyOr(sighted.map(({ sign }) => sign.weight));
  const onlySupporting = sighted.every(({ sign }) => sign.supporting);
  if (score < QUIET_BELOW || onlySupporting) return [];
  const strongestFirst = sighted.toSorted((a, b) => b.sign.weight - a.sign.weight);
  const signs = strongestFirst.map(({ sign }) => sign.name).join(', ');
  const spans = tidySpans(
    context.comment.body,
    sighted.flatMap((one) => one.spans),
  );
  return [{ label: 'spam', score, spans, reason: 'SPAM_SIGNS', details: { signs } }];
}

/** A first spam score, from what the comment offers and how its author behaves; a trained scorer may stand beside it. */
export const spamCheck: Check = { name: 'spam', version: '1', run };
