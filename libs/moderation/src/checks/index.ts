import type { Check } from '../check.js';
import { floodCheck } from './flood.check.js';
import { linksCheck } from './links.check.js';
import { repeatCheck } from './repeat.check.js';
import { scorerCheck, type TextScorer } from './scorer.check.js';
import { shapeCheck } from './shape.check.js';
import { spamCheck } from './spam.check.js';
import { spamModelCheck, type SpamScorer } from './spam-model.check.js';
import { standingCheck } from './standing.check.js';
import { wordsCheck } from './words.check.js';

/** What scores beside the checks that need nothing but the comment. */
interface Scorers {
  scorers?: readonly TextScorer[];
  spamScorer?: SpamScorer;
}

/** All checks, in the order in which findings are listed; a verdict does not depend on the order. */
export function defaultChecks({ scorers = [], spamScorer }: Scorers = {}): readonly Check[] {
  return [
    // Who writes: settled before a word is read.
    standingCheck,
    // What the newsroom has forbidden in so many words.
    linksCheck,
    wordsCheck,
    // How often: what one comment cannot show.
    floodCheck,
    repeatCheck,
    // What it looks like: hints, to be weighed.
    shapeCheck,
    spamCheck,
    // What models and services think: asked last, for they may take their time.
    ...(spamScorer ? [spamModelCheck(spamScorer)] : []),
    ...scorers.map((scorer) => scorerCheck(scorer.name, scorer)),
  ];
}
