import type { Rejection } from '#contract';

/** What a moderator's canned reason tells the author, by {@link REJECTION_JOINS}. */
export const REJECTION_COLUMNS =
  'canned.title AS rejection_title, canned.author_text AS rejection_text';

/** Joins to a table `comment` the reason of its latest decision, if that rejected it. */
export const REJECTION_JOINS = `LEFT JOIN LATERAL (
      SELECT batch_id FROM decisions
      WHERE site_id = comment.site_id AND comment_id = comment.id
      ORDER BY id DESC
      LIMIT 1
    ) AS decision ON comment.status = 'rejected'
    LEFT JOIN decision_batches AS batch
      ON batch.site_id = comment.site_id AND batch.id = decision.batch_id
    LEFT JOIN reject_reasons AS canned
      ON canned.site_id = batch.site_id AND canned.id = batch.reason_id`;

/** The {@link REJECTION_COLUMNS} of a row. */
export interface RejectionRow {
  rejection_title: string | null;
  rejection_text: string | null;
}

/** What the newsroom tells the author; `null` where no moderator gave a reason. */
export function rejectionOf({
  rejection_title: title,
  rejection_text: text,
}: RejectionRow): Rejection | null {
  return title === null || text === null ? null : { title, text };
}
