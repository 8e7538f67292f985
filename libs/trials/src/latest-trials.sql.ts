import type { Statement } from '#database';

/**
 * The newest comments that this very policy would judge, each with what the checks found in the text that it has now: of a
 * section, or of all sections that follow the site's policy. Looks through so many verdicts at most, newest comments first,
 * which is one range of an index; rows are looked up one by one, see libs/pipeline/src/gather.sql.ts.
 */
export const LATEST: Statement = {
  name: 'trials.latest',
  text: `
    SELECT verdict.comment_id AS id, verdict.findings, comment.body, comment.created_at,
      coalesce(author.is_trusted, false) AS is_trusted
    FROM (
      SELECT comment_id, revision, actor, findings FROM decisions
      WHERE site_id = $1 AND from_status = 'pending' AND to_status IN ('published', 'held', 'rejected')
      ORDER BY comment_id DESC, revision DESC
      LIMIT $3
    ) AS verdict
    CROSS JOIN LATERAL (
      SELECT article_id, author_id, body, created_at FROM comments
      WHERE site_id = $1 AND id = verdict.comment_id AND revision = verdict.revision
        AND status <> 'deleted'
      LIMIT 1
    ) AS comment
    CROSS JOIN LATERAL (
      SELECT coalesce(section, '') AS section FROM articles
      WHERE site_id = $1 AND id = comment.article_id
      LIMIT 1
    ) AS article
    LEFT JOIN LATERAL (
      SELECT document IS NOT NULL AS is_own FROM policies
      WHERE site_id = $1 AND section = article.section AND article.section <> ''
      ORDER BY version DESC
      LIMIT 1
    ) AS policy ON $2 = ''
    LEFT JOIN LATERAL (
      SELECT standing = 'trusted' AND vouched AS is_trusted FROM authors
      WHERE site_id = $1 AND id = comment.author_id
      LIMIT 1
    ) AS author ON true
    -- What never could be checked tells nothing.
    WHERE verdict.actor = 'check'
      AND CASE WHEN $2 = '' THEN policy.is_own IS NOT TRUE ELSE article.section = $2 END
    ORDER BY verdict.comment_id DESC, verdict.revision DESC
    LIMIT $4`,
};
