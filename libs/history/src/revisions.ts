import type { CommentHistory, Finding } from '#contract';
import { explainFinding } from '#moderation';

type Revision = CommentHistory['revisions'][number];

/** A text that was replaced. */
export interface ReplacedRow {
  revision: number;
  body: string;
  replaced_at: Date;
}

/** The comment as it is now. */
export interface PresentRow {
  revision: number;
  body: string;
  created_at: Date;
}

/** A verdict's part in the history. */
export interface VerdictRow {
  revision: number;
  actor: string;
  findings: Finding[];
}

/**
 * All revisions, newest first, each with the findings of its latest verdict. A revision begins when
 * the one before was replaced; of a deleted comment only the last is left, empty.
 * @param replaced oldest first
 * @param decisions newest first
 */
export function revisionsOf(
  present: PresentRow,
  replaced: readonly ReplacedRow[],
  decisions: readonly VerdictRow[],
): Revision[] {
  const texts = [...replaced, { ...present, replaced_at: null }];
  return texts
    .map(({ revision, body }, index): Revision => {
      const verdict = decisions.find((one) => one.actor === 'check' && one.revision === revision);
      const begun = texts[index - 1]?.replaced_at ?? present.created_at;
      return {
        revision,
        body,
        at: begun.toISOString(),
        findings: (verdict?.findings ?? []).map((finding) => explainFinding(finding, body || null)),
      };
    })
    .reverse();
}
