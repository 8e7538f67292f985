import { Injectable } from '@nestjs/common';
import { ChecksOnDemand } from '#configured-checks';
import type { Label, TextSpan } from '#contract';
import { type CheckRun, type LoneText, loneTextContext, type Signal } from '#moderation';

/** What the checks say of a text under one label. */
export interface TextScore {
  /** 0 to 1. */
  score: number;
  /** The pieces that made the score: UTF-16 offsets, in order, not overlapping; empty when the whole text did. */
  spans: TextSpan[];
  /** The check that said it, and its version. */
  check: string;
  version: string;
}

/** What the checks say of a text by itself. */
export interface ScoredText {
  /** By label, the highest score if several checks gave one; a label that no check looked at is missing. */
  scores: ReadonlyMap<Label, TextScore>;
  /** The language in which it was scored, as in BCP 47; `null` if it was not, or if the scorer does not tell. */
  language: string | null;
  /** The language in which nobody could score it, as in BCP 47; `und` if nobody can tell; `null` if it was scored. */
  unscoredLanguage: string | null;
  /** The names of the checks that could not run. */
  failed: string[];
}

/** Scores of texts that are no comments here: the same checks, knowing nothing but the text, under the shipped policy. */
@Injectable()
export class TextScores {
  constructor(private readonly checks: ChecksOnDemand) {}

  /** @throws DomainError SERVICE_BUSY when the checks cannot be loaded */
  async score(text: LoneText): Promise<ScoredText> {
    const runs = await this.checks.run(loneTextContext(text, new Date()));
    const signals = runs.flatMap((run) => run.signals.map((signal) => ({ run, signal })));
    const unscored = signals.find(({ signal }) => signal.label === 'not-scored');
    return {
      scores: highest(signals),
      language:
        signals.find(({ signal }) => signal.language !== undefined)?.signal.language ?? null,
      unscoredLanguage: unscored === undefined ? null : String(unscored.signal.details.language),
      failed: runs.filter(({ error }) => error !== null).map(({ check }) => check),
    };
  }
}

function highest(signals: { run: CheckRun; signal: Signal }[]): ScoredText['scores'] {
  const scores = new Map<Label, TextScore>();
  for (const { run, signal } of signals) {
    const { label, score, spans } = signal;
    if (label === 'not-scored' || score <= (scores.get(label)?.score ?? -1)) continue;
    scores.set(label, { score, spans, check: run.check, version: run.version });
  }
  return scores;
}
