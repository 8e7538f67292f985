import type { Statement } from '#database';

/*
 * None of these waits for a row: who decides holds comments first and items after them, and would
 * wait the other way round. What is skipped is being decided, or is lost with its lease.
 */

/** The items that a moderator may have claimed, looked up one by one. */
const ITEMS_OF = `
  review_claims AS claim
  CROSS JOIN LATERAL (
    SELECT * FROM review_items WHERE site_id = claim.site_id AND id = claim.item_id
    LIMIT 1
  ) AS found
  JOIN review_items AS item ON item.site_id = found.site_id AND item.id = found.id`;

/** Keeps the live claims of a moderator; those that are over are anybody's. */
export const RENEW: Statement = {
  name: 'reviews.renew-claims',
  text: `
    WITH mine AS MATERIALIZED (
      SELECT item.site_id, item.id
      FROM ${ITEMS_OF}
      WHERE claim.moderator_id = $1 AND item.claimed_by = $1 AND item.closed_at IS NULL
        AND item.claimed_until > now()
      FOR NO KEY UPDATE OF item SKIP LOCKED
    )
    UPDATE review_items AS item
    SET claimed_until = now() + $2 * interval '1 second'
    FROM mine
    WHERE item.site_id = mine.site_id AND item.id = mine.id`,
};

/** Gives claims of a moderator back: the named ones, or all where none are named. */
export const RELEASE: Statement = {
  name: 'reviews.release-claims',
  text: `
    WITH mine AS MATERIALIZED (
      SELECT item.site_id, item.id
      FROM ${ITEMS_OF}
      WHERE claim.moderator_id = $1 AND ($2::uuid[] IS NULL OR claim.item_id = ANY ($2))
        AND item.claimed_by = $1 AND item.closed_at IS NULL
      FOR NO KEY UPDATE OF item SKIP LOCKED
    ),
    released AS (
      UPDATE review_items AS item
      SET claimed_by = NULL, claimed_until = NULL
      FROM mine
      WHERE item.site_id = mine.site_id AND item.id = mine.id
      RETURNING item.site_id, item.id
    ),
    forgotten AS (
      DELETE FROM review_claims AS claim
      USING released
      WHERE claim.moderator_id = $1 AND claim.site_id = released.site_id
        AND claim.item_id = released.id
    )
    INSERT INTO review_events (site_id, kind, item_id)
    SELECT site_id, 'released', id FROM released`,
};

/** The live claims of a moderator, the named ones or all, as they are at this moment. */
export const LIVE: Statement = {
  name: 'reviews.live-claims',
  text: `
    SELECT item.site_id, item.id, item.claimed_until::text AS until
    FROM ${ITEMS_OF}
    WHERE claim.moderator_id = $1 AND ($2::uuid[] IS NULL OR claim.item_id = ANY ($2))
      AND item.claimed_by = $1 AND item.closed_at IS NULL AND item.claimed_until > now()`,
};

/**
 * Gives one claim back that was skipped, if it is still the one that was seen: a page that was opened
 * meanwhile may have renewed it. Waits for the row, which is safe as long as no other is held.
 */
export const RELEASE_ONE: Statement = {
  name: 'reviews.release-claim',
  text: `
    WITH released AS (
      UPDATE review_items SET claimed_by = NULL, claimed_until = NULL
      WHERE site_id = $2 AND id = $3 AND claimed_by = $1 AND closed_at IS NULL
        AND claimed_until = $4::timestamptz
      RETURNING site_id, id
    ),
    forgotten AS (
      DELETE FROM review_claims AS claim
      USING released
      WHERE claim.moderator_id = $1 AND claim.site_id = released.site_id
        AND claim.item_id = released.id
    )
    INSERT INTO review_events (site_id, kind, item_id)
    SELECT site_id, 'released', id FROM released`,
};

/** What a moderator has decided is none of their claims any more. */
export const SETTLE: Statement = {
  name: 'reviews.settle-claims',
  text: `
    DELETE FROM review_claims AS claim
    USING unnest($2::uuid[], $3::uuid[]) AS decided (site_id, item_id)
    WHERE claim.moderator_id = $1 AND claim.site_id = decided.site_id
      AND claim.item_id = decided.item_id`,
};

/** Forgets where claims were that nobody gave back; none of them lasts for so long. */
export const FORGET_CLAIMS: Statement = {
  name: 'reviews.forget-claims',
  text: `
    DELETE FROM review_claims
    WHERE (moderator_id, site_id, item_id) IN (
      SELECT moderator_id, site_id, item_id FROM review_claims
      WHERE claimed_at < now() - interval '2 days'
      ORDER BY claimed_at
      LIMIT 5000
    )`,
};
