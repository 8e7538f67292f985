import type { Statement } from '#database';
import { REJECTION_COLUMNS, REJECTION_JOINS } from './rejection.js';

export const STATUS: Statement = {
  name: 'comments.status',
  text: 'SELECT status, revision FROM comments WHERE site_id = $1 AND id = $2',
};

/** A comment is shown when it and everything above it are published. */
export const FIND: Statement = {
  name: 'comments.find',
  text: `
    WITH RECURSIVE above (parent_id) AS (
      SELECT parent_id FROM comments WHERE site_id = $1 AND id = $2 AND status = 'published'
      UNION ALL
      SELECT parent.parent_id
      FROM above
      JOIN comments AS parent ON parent.site_id = $1 AND parent.id = above.parent_id
      WHERE parent.status = 'published'
    )
    SELECT comment.id, article.external_id AS article, comment.parent_id, comment.status,
      comment.revision, comment.created_at, comment.edited_at, comment.body, comment.author_name,
      comment.author_id, EXISTS (SELECT FROM above WHERE parent_id IS NULL) AS shown,
      ${REJECTION_COLUMNS}
    FROM comments AS comment
    JOIN articles AS article ON article.site_id = comment.site_id AND article.id = comment.article_id
    ${REJECTION_JOINS}
    WHERE comment.site_id = $1 AND comment.id = $2`,
};

/** The latest decision, and what the checks found at the latest verdict, whoever decided since. */
export const DECISION: Statement = {
  name: 'comments.decision',
  text: `
    SELECT decision.id, decision.revision, decision.from_status, decision.to_status, decision.actor,
      decision.reason, decision.details, decision.policy_version, decision.created_at,
      verdict.findings
    FROM (
      SELECT * FROM decisions WHERE site_id = $1 AND comment_id = $2 ORDER BY id DESC LIMIT 1
    ) AS decision
    LEFT JOIN LATERAL (
      SELECT findings FROM decisions
      WHERE site_id = $1 AND comment_id = $2 AND actor = 'check'
      ORDER BY id DESC LIMIT 1
    ) AS verdict ON true`,
};

/** Whether the author that is known by an identity wrote the comment. */
export const IS_BY: Statement = {
  name: 'comments.is-by',
  text: `
    SELECT 1 AS found
    FROM comments AS comment
    JOIN authors AS author ON author.site_id = comment.site_id AND author.id = comment.author_id
    WHERE comment.site_id = $1 AND comment.id = $2 AND author.identity = $3 AND author.vouched = $4`,
};

/** What an edit is judged by. */
export const SECTION: Statement = {
  name: 'comments.section',
  text: `
    SELECT coalesce(section, '') AS section FROM articles WHERE site_id = $1 AND id = $2`,
};

/** Keeps the old text as a revision and writes the new one, with its mark in the outbox. */
export const EDIT: Statement = {
  name: 'comments.edit',
  text: `
    WITH kept AS (
      INSERT INTO comment_revisions (site_id, comment_id, revision, body)
      SELECT site_id, id, $3::integer - 1, body FROM comments WHERE site_id = $1 AND id = $2
    ),
    mark AS (
      INSERT INTO outbox (topic, site_id, comment_id, revision)
      VALUES ('moderate', $1, $2, $3)
    )
    UPDATE comments
    SET body = $4, text_hash = $5, sim_hash = $6, bands = $7, edited_at = now(),
      sweep_at = now() + $8 * interval '1 millisecond'
    WHERE site_id = $1 AND id = $2`,
};

/**
 * The text and what was made of it go, with what moderators, readers and the author wrote about it
 * and may have quoted. The comment's row stays, since replies hang on it, and so do the reports,
 * since they make the records of their reporters.
 */
export const ERASE: Statement = {
  name: 'comments.erase',
  text: `
    WITH revisions AS (
      DELETE FROM comment_revisions WHERE site_id = $1 AND comment_id = $2
    ),
    notes AS (
      DELETE FROM comment_notes WHERE site_id = $1 AND comment_id = $2
    ),
    reports AS (
      UPDATE comment_reports SET detail = NULL WHERE site_id = $1 AND comment_id = $2
    ),
    appeals AS (
      DELETE FROM comment_appeals WHERE site_id = $1 AND comment_id = $2
    )
    UPDATE comments
    SET body = '', author_name = NULL, author_id = NULL, address_hash = NULL, text_hash = NULL,
      sim_hash = NULL, bands = NULL
    WHERE site_id = $1 AND id = $2`,
};
