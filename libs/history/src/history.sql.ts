import type { Statement } from '#database';

/** A comment of one of these sites, with its present text. */
export const FIND: Statement = {
  name: 'history.find',
  text: `
    SELECT comment.site_id, comment.revision, comment.body, comment.status, comment.created_at,
      comment.author_id, comment.pinned_at IS NOT NULL AS pinned,
      comment.featured_at IS NOT NULL AS featured
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      SELECT * FROM comments WHERE site_id = site.id AND id = $2 LIMIT 1
    ) AS comment`,
};

/** What it said before, oldest first. */
export const REVISIONS: Statement = {
  name: 'history.revisions',
  text: `
    SELECT revision, body, replaced_at FROM comment_revisions
    WHERE site_id = $1 AND comment_id = $2
    ORDER BY revision`,
};

/** Every move, newest first, with who made it and by which canned reason. */
export const DECISIONS: Statement = {
  name: 'history.decisions',
  text: `
    SELECT decision.id, decision.revision, decision.from_status, decision.to_status,
      decision.actor, decision.actor_id, decision.reason, decision.details, decision.findings,
      decision.policy_version, decision.created_at, moderator.name AS moderator_name,
      canned.id AS reason_id, canned.title AS reason_title, batch.undone_at IS NOT NULL AS bulk_undone
    FROM decisions AS decision
    LEFT JOIN moderators AS moderator
      ON moderator.id = CASE WHEN decision.actor = 'moderator' THEN decision.actor_id::uuid END
    LEFT JOIN decision_batches AS batch
      ON batch.site_id = decision.site_id AND batch.id = decision.batch_id
    LEFT JOIN reject_reasons AS canned
      ON canned.site_id = batch.site_id AND canned.id = batch.reason_id
    WHERE decision.site_id = $1 AND decision.comment_id = $2
    ORDER BY decision.id DESC`,
};

export const NOTES: Statement = {
  name: 'history.notes',
  text: `
    SELECT note.id, note.text, note.created_at, note.moderator_id, moderator.name AS moderator_name
    FROM comment_notes AS note
    LEFT JOIN moderators AS moderator ON moderator.id = note.moderator_id
    WHERE note.site_id = $1 AND note.comment_id = $2
    ORDER BY note.id DESC`,
};

export const ADD_NOTE: Statement = {
  name: 'history.add-note',
  text: `
    INSERT INTO comment_notes (site_id, id, comment_id, moderator_id, text)
    VALUES ($1, $2, $3, $4, $5)`,
};
