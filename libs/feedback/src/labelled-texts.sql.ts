import type { Statement } from '#database';

/** What was said last of each text under a label; after an id, in the order of ids. */
export const FEEDBACK_PAGE: Statement = {
  name: 'labelled-texts.feedback',
  text: `
    SELECT id, value, score, language, body FROM feedback
    WHERE site_id = $1 AND label = $2 AND id > $3 AND NOT EXISTS (
      SELECT FROM feedback AS later
      WHERE later.site_id = feedback.site_id AND later.label = feedback.label
        AND later.text_hash = feedback.text_hash AND later.id > feedback.id)
    ORDER BY id
    LIMIT $4`,
};

/**
 * What a moderator decided last about each comment, unless that was to take a decision back. With the findings
 * of the last verdict on the same text, and the text while the comment still says it.
 */
export const DECISION_PAGE: Statement = {
  name: 'labelled-texts.decisions',
  text: `
    SELECT decision.id, decision.to_status = 'rejected' AS rejected, verdict.findings,
      CASE WHEN comment.status <> 'deleted' AND comment.revision = decision.revision
        THEN comment.body END AS body
    FROM decisions AS decision
    JOIN comments AS comment
      ON comment.site_id = decision.site_id AND comment.id = decision.comment_id
    LEFT JOIN LATERAL (
      SELECT findings FROM decisions AS earlier
      WHERE earlier.site_id = decision.site_id AND earlier.comment_id = decision.comment_id
        AND earlier.revision = decision.revision AND earlier.id < decision.id
        AND earlier.actor = 'check'
      ORDER BY earlier.id DESC LIMIT 1) AS verdict ON true
    WHERE decision.site_id = $1 AND decision.id > $2 AND decision.actor = 'moderator'
      AND decision.reason <> 'UNDONE' AND decision.to_status IN ('published', 'rejected')
      AND NOT EXISTS (
        SELECT FROM decisions AS later
        WHERE later.site_id = decision.site_id AND later.comment_id = decision.comment_id
          AND later.id > decision.id AND later.actor = 'moderator')
    ORDER BY decision.id
    LIMIT $3`,
};
