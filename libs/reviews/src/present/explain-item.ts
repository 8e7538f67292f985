import type { ReviewComment, ReviewItem } from '#contract';
import { explainDecision, explainFinding, tidySpans } from '#moderation';
import type { ItemRow } from './item-rows.js';

/** Why an item is here, with the words of the comment that say so. */
export function explainItem(
  row: Pick<ItemRow, 'reason' | 'details' | 'revision' | 'findings'>,
  comment: Pick<ReviewComment, 'body' | 'revision'>,
): Pick<ReviewItem, 'explanation' | 'spans' | 'findings'> {
  const findings = row.findings ?? [];
  // Edited or deleted since: the spans would point at other words.
  const body = comment.revision === row.revision && comment.body !== '' ? comment.body : null;
  const objecting = findings.filter(({ outcome }) => outcome !== 'none');
  return {
    explanation: explainDecision(row, findings, body),
    spans:
      body === null
        ? []
        : tidySpans(
            body,
            objecting.flatMap(({ spans }) => spans),
          ),
    findings: findings.map((finding) => explainFinding(finding, body)),
  };
}
