import {
  crossValidated,
  type Held,
  heldFrom,
  type JudgedScore,
  precisionOf,
  recallOf,
  type Target,
  thresholdFor,
} from '#calibration';
import type { Label } from '#contract';
import type { LabelledText } from '#feedback';
import type { TextScores } from '#text-scores';

/** Below these, what somebody happened to decide last week would set the threshold. */
const MINIMUM_EXAMPLES = 100;
const MINIMUM_OF_EACH = 20;
const PARTS = 5;

/** A label's examples, and what could not be one. */
export interface Examples {
  judged: JudgedScore[];
  feedback: number;
  decisions: number;
  /** Scored again now, for the text is still kept; the others have the score that was stored. */
  rescored: number;
  /** Neither a text nor a score under the label is kept. */
  unusable: number;
}

/** Reads a label's examples, scoring what can be scored by the classifier of today. */
export async function readExamples(
  texts: AsyncIterable<LabelledText>,
  label: Label,
  scores: TextScores,
): Promise<Examples> {
  const examples: Examples = { judged: [], feedback: 0, decisions: 0, rescored: 0, unusable: 0 };
  for await (const text of texts) {
    const fresh = text.body === null ? undefined : await scoreNow(text, text.body, label, scores);
    const score = fresh ?? text.score;
    if (score === null) {
      examples.unusable += 1;
      continue;
    }
    examples.judged.push({ score, positive: text.positive });
    if (text.from === 'feedback') examples.feedback += 1;
    else examples.decisions += 1;
    if (fresh !== undefined) examples.rescored += 1;
  }
  return examples;
}

async function scoreNow(
  { language }: LabelledText,
  body: string,
  label: Label,
  scores: TextScores,
): Promise<number | undefined> {
  const scored = await scores.score({ body, ...(language !== null && { language }) });
  return scored.scores.get(label)?.score;
}

/** How a threshold does. */
export interface Effect extends Held {
  threshold: number | null;
  precision: number | null;
  recall: number | null;
}

/** What is proposed for a label, or why nothing is. */
export interface LabelTuning {
  label: Label;
  examples: number;
  positives: number;
  feedback: number;
  decisions: number;
  rescored: number;
  unusable: number;
  before: Effect;
  /** By the examples that it was not chosen by; `null`: nothing is proposed. */
  proposed: Effect | null;
  /** One sentence; `null` where something is proposed. */
  refusal: string | null;
}

export function tuneLabel(
  label: Label,
  { judged, ...counts }: Examples,
  inForce: number | null,
  target: Target,
): LabelTuning {
  const before = { threshold: inForce, ...effect(heldFrom(judged, inForce)) };
  const { positives } = before;
  const about = { label, examples: judged.length, positives, ...counts, before };
  const refusal = tooFew(judged.length, positives);
  if (refusal !== null) return { ...about, proposed: null, refusal };
  const threshold = thresholdFor(judged, target);
  const tried = crossValidated(judged, target, PARTS);
  if (threshold === null || tried === null) {
    const none = `No threshold reaches a ${target.of} of ${target.share} over these examples.`;
    return { ...about, proposed: null, refusal: none };
  }
  return { ...about, proposed: { threshold, ...effect(tried) }, refusal: null };
}

const effect = (held: Held): Omit<Effect, 'threshold'> => ({
  ...held,
  precision: precisionOf(held),
  recall: recallOf(held),
});

function tooFew(examples: number, positives: number): string | null {
  if (examples < MINIMUM_EXAMPLES) {
    return `${examples} examples are too few; it takes ${MINIMUM_EXAMPLES}.`;
  }
  const fewer = Math.min(positives, examples - positives);
  if (fewer >= MINIMUM_OF_EACH) return null;
  const kind = positives < MINIMUM_OF_EACH ? 'rejected' : 'accepted';
  return `${fewer} ${kind} examples are too few; it takes ${MINIMUM_OF_EACH}.`;
}
