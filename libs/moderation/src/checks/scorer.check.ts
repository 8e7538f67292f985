import type { Label, TextSpan } from '#contract';
import type { Check, CheckContext, Signal } from '../check.js';
import type { ReasonCode } from '../reasons.js';
import { tidySpans } from '../text/spans.js';

/** Who gave a score that is not the asked scorer's own. */
export interface ScoredBy {
  name: string;
  version: string;
  /** Why another one than the asked scorer gave it, as in `timed-out`. */
  because?: string;
}

/** What a scorer says of a text under one label. */
export interface ScoredLabel {
  label: Label;
  /** 0 to 1, calibrated: of the texts scored 0.9, nine in ten deserve the label. */
  score: number;
  /** The pieces that made the score, as UTF-16 offsets, in any order. */
  spans: TextSpan[];
  /** Where it was not the scorer that was asked, in the version that it names. */
  by?: ScoredBy;
}

/** A scorer's answer; only labels that it knows. */
export interface TextScores {
  labels: ScoredLabel[];
  /** The language, as in BCP 47, in which it was scored, where the scorer knows it. */
  language?: string;
  /** The language, as in BCP 47, in which nobody asked could score; `und` if nobody could tell which it is. */
  unscoredLanguage?: string;
}

/** A classifier or a remote service that scores texts. */
export interface TextScorer {
  readonly name: string;
  /** Of the model or the service, as in `2026-11-01`. */
  readonly version: string;
  /** Scores a text; `language` as in BCP 47, if it is known. Rejects when it cannot. */
  score(text: string, options: { language?: string }): TextScores | Promise<TextScores>;
}

const REASONS: Partial<Record<Label, ReasonCode>> = {
  toxicity: 'SCORED_TOXICITY',
  'severe-toxicity': 'SCORED_SEVERE_TOXICITY',
  insult: 'SCORED_INSULT',
  obscene: 'SCORED_OBSCENE',
  threat: 'SCORED_THREAT',
  'identity-attack': 'SCORED_IDENTITY_ATTACK',
  spam: 'SCORED_SPAM',
};

/** A score out of range, or a span that begins outside the text, is left as it is: `runChecks` reports it. */
function spansOf(body: string, spans: readonly TextSpan[]): TextSpan[] {
  const broken = spans.some(({ start, end }) => !(start >= 0 && start < end && end <= body.length));
  return broken ? [...spans] : tidySpans(body, spans);
}

/** The finding's own version is that of the check; whoever else scored is named with a version of its own. */
function detailsOf(scorer: string, by: ScoredBy | undefined): Signal['details'] {
  if (by === undefined) return { scorer };
  const { name, version, because } = by;
  return { scorer: name, scorerVersion: version, ...(because !== undefined && { because }) };
}

/** A text that cannot be scored is told, neither guessed nor passed over in silence. */
const notScored = (language: string): Signal => ({
  label: 'not-scored',
  score: 1,
  spans: [],
  reason: 'LANGUAGE_NOT_SCORED',
  details: { language },
});

function toSignals(scores: TextScores, scorer: string, body: string): Signal[] {
  const { labels, language, unscoredLanguage } = scores;
  const signals = labels.map(({ label, score, spans, by }): Signal => ({
    label,
    score,
    spans: spansOf(body, spans),
    reason: REASONS[label] ?? 'SCORED_OTHER',
    details: detailsOf(scorer, by),
    ...(language !== undefined && { language }),
  }));
  return unscoredLanguage === undefined ? signals : [...signals, notScored(unscoredLanguage)];
}

/** A check that asks a scorer; `name` tells it from other scorers in findings. A scorer that fails makes the check fail. */
export function scorerCheck(name: string, scorer: TextScorer): Check {
  const run = ({ comment }: CheckContext): Signal[] | Promise<Signal[]> => {
    const { body, language } = comment;
    const scores = scorer.score(body, language === undefined ? {} : { language });
    return scores instanceof Promise
      ? scores.then((settled) => toSignals(settled, scorer.name, body))
      : toSignals(scores, scorer.name, body);
  };
  return { name, version: scorer.version, textAlone: true, run };
}
