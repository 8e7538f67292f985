import {
  decidingFinding,
  headStartSeconds,
  languageOf,
  severityOf,
  type Verdict,
} from '#moderation';
import type { NewReview } from '#transitions';
import type { Gathered } from './gather.js';

/** What the moderators' queue is told about a comment that the verdict holds. */
export function reviewOf(
  { findings, status }: Verdict,
  { context, published }: Gathered,
): NewReview {
  const deciding = decidingFinding(findings);
  return {
    kind: 'held',
    label: deciding?.label ?? null,
    score: deciding?.score ?? null,
    headStartSeconds: headStartSeconds({ severity: severityOf(findings), published }),
    // It takes a while, and only the queue asks for it.
    language: status === 'held' ? languageOf(context.comment.body) : null,
  };
}
