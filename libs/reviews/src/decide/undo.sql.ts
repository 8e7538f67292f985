import type { Statement } from '#database';

export const BATCH: Statement = {
  name: 'reviews.batch',
  text: `
    SELECT site_id, moderator_id, undone_at IS NOT NULL AS undone,
      created_at < now() - $3 * interval '1 second' AS over
    FROM decision_batches
    WHERE site_id = ANY ($1::uuid[]) AND id = $2`,
};

/** What a bulk decided, a part at a time, each with its item, if it had one. */
export const MADE: Statement = {
  name: 'reviews.made',
  text: `
    SELECT made.site_id, made.id, made.comment_id, made.from_status, made.to_status, item.id AS item_id
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      SELECT * FROM decisions
      WHERE site_id = site.id AND batch_id = $2 AND decisions.id > $3 AND reason <> 'UNDONE'
      ORDER BY decisions.id
      LIMIT $4
    ) AS made
    LEFT JOIN LATERAL (
      SELECT id FROM review_items
      WHERE site_id = made.site_id AND comment_id = made.comment_id AND batch_id = $2
      ORDER BY id DESC
      LIMIT 1
    ) AS item ON true
    ORDER BY made.id
    LIMIT $4`,
};

export const MARK_UNDONE: Statement = {
  name: 'reviews.mark-undone',
  text: `
    UPDATE decision_batches SET undone_at = now(), undone_by = $3
    WHERE site_id = ANY ($1::uuid[]) AND id = $2 AND undone_at IS NULL`,
};

export const VERSIONS: Statement = {
  name: 'reviews.versions',
  text: `
    SELECT item.id, item.version
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    JOIN review_items AS item ON item.site_id = wanted.site_id AND item.id = wanted.id`,
};
