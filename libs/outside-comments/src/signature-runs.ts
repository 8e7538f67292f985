import type { ChecksOnDemand } from '#configured-checks';
import type { Label } from '#contract';
import type { CheckContext, CheckRun } from '#moderation';
import type { OutsideComment } from './outside-comment.js';

/**
 * Who signs with what they sell. Rules know it where they see it; the spam model was trained on comments alone
 * and takes every name with an address for spam.
 */
const READS_SIGNATURES = new Set(['links', 'words', 'spam']);
/** Not how many links there are: to name one's own page is what the field is for. */
const LABELS = new Set<Label>(['blocked-link', 'banned-word', 'suspect-word', 'profanity', 'spam']);

/** Runs the checks that know rules over a comment as it looks when its author's name and page stand below it. */
export async function runOverSignature(
  checks: ChecksOnDemand,
  context: CheckContext,
  { author: { name, url } }: OutsideComment,
): Promise<CheckRun[]> {
  const { body } = context.comment;
  const signature = [name, url].filter((part) => part !== null && part.trim() !== '');
  if (signature.length === 0) return [];
  const signed = [body, ...signature].filter((part) => part !== '').join('\n');
  const runs = await checks.run(
    { ...context, comment: { ...context.comment, body: signed } },
    { only: READS_SIGNATURES },
  );
  return runs.map((run) => ({
    ...run,
    signals: run.signals
      .filter(({ label }) => LABELS.has(label))
      // Whoever shows findings has the body alone.
      .map((signal) => ({
        ...signal,
        spans: signal.spans.filter(({ end }) => end <= body.length),
      })),
  }));
}

/** Both runs of each check as one: of each label the higher score. */
export function withSignature(runs: readonly CheckRun[], signed: readonly CheckRun[]): CheckRun[] {
  return runs.map((run) => {
    const more = signed.find(({ check }) => check === run.check);
    if (more === undefined) return run;
    const higher = more.signals.filter(
      ({ label, score }) => !run.signals.some((own) => own.label === label && own.score >= score),
    );
    const kept = run.signals.filter(
      ({ label }) => !higher.some((signal) => signal.label === label),
    );
    return {
      ...run,
      signals: [...kept, ...higher],
      error: run.error ?? more.error,
      milliseconds: run.milliseconds + more.milliseconds,
    };
  });
}
