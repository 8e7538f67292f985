import type { Statement } from '#database';

/** Where items with these ids are, among the sites. */
export const LOCATE: Statement = {
  name: 'reviews.locate',
  text: `
    SELECT item.site_id, item.id, item.comment_id
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN unnest($2::uuid[]) AS wanted (id)
    CROSS JOIN LATERAL (
      SELECT site_id, id, comment_id FROM review_items
      WHERE site_id = site.id AND review_items.id = wanted.id
      LIMIT 1
    ) AS item`,
};

/** Items as they are once locked; their comments are locked before. By the clock: the locks may have been waited for. */
export const LOCK_ITEMS: Statement = {
  name: 'reviews.lock-items',
  text: `
    SELECT item.site_id, item.id, item.comment_id, item.version, item.revision, item.kind,
      item.closed_at, item.action, item.decided_by, decider.name AS decided_name, item.claimed_by,
      claimer.name AS claimed_name, item.claimed_until,
      item.claimed_until > clock_timestamp() AS claimed
    FROM review_items AS item
    LEFT JOIN moderators AS decider ON decider.id = item.decided_by
    LEFT JOIN moderators AS claimer ON claimer.id = item.claimed_by
    WHERE (item.site_id, item.id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
    ORDER BY item.site_id, item.id
    FOR NO KEY UPDATE OF item`,
};

/** The sites that have the reason in use. */
export const REASON_SITES: Statement = {
  name: 'reviews.reason-sites',
  text: `
    SELECT site_id FROM reject_reasons
    WHERE site_id = ANY ($1::uuid[]) AND id = $2 AND archived_at IS NULL`,
};

/** The bulk as it is undone: one row for each site that it touched, however many parts it is made in. */
export const ADD_BATCH: Statement = {
  name: 'reviews.add-batch',
  text: `
    INSERT INTO decision_batches (site_id, id, moderator_id, action, reason_id)
    SELECT site_id, $2, $3, $4, $5 FROM unnest($1::uuid[]) AS site (site_id)
    ON CONFLICT DO NOTHING`,
};

export const ADD_NOTES: Statement = {
  name: 'reviews.add-notes',
  text: `
    INSERT INTO comment_notes (site_id, id, comment_id, batch_id, moderator_id, text)
    SELECT site_id, id, comment_id, $4, $5, $6
    FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS note (site_id, id, comment_id)`,
};

/** The open items of a campaign that nobody else works on, a part at a time. */
export const CAMPAIGN_PART: Statement = {
  name: 'reviews.campaign-part',
  text: `
    SELECT item.id, item.version
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      SELECT id, version FROM review_items
      WHERE site_id = site.id AND campaign_id = $2 AND closed_at IS NULL AND review_items.id > $3
        AND (claimed_by IS NULL OR claimed_by = $4 OR claimed_until <= now())
      ORDER BY review_items.id
      LIMIT $5
    ) AS item
    ORDER BY item.id
    LIMIT $5`,
};

/** Where a comment is, among the sites. */
export const LOCATE_COMMENT: Statement = {
  name: 'reviews.locate-comment',
  text: 'SELECT site_id FROM comments WHERE site_id = ANY ($1::uuid[]) AND id = $2',
};

/** The item of a comment that is open. */
export const OPEN_ITEM: Statement = {
  name: 'reviews.open-item',
  text: `
    SELECT site_id, id FROM review_items
    WHERE site_id = $1 AND comment_id = $2 AND closed_at IS NULL`,
};

/** Who moved comments last, and how. */
export const LATEST_DECISIONS: Statement = {
  name: 'reviews.latest-decisions',
  text: `
    SELECT latest.site_id, latest.comment_id, latest.id, latest.actor, latest.to_status,
      latest.reason, latest.created_at, moderator.id AS moderator_id, moderator.name
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, comment_id)
    CROSS JOIN LATERAL (
      SELECT * FROM decisions
      WHERE site_id = wanted.site_id AND comment_id = wanted.comment_id
      ORDER BY id DESC
      LIMIT 1
    ) AS latest
    LEFT JOIN moderators AS moderator
      ON moderator.id = CASE WHEN latest.actor = 'moderator' THEN latest.actor_id::uuid END`,
};
