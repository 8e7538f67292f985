import type { Statement } from '#database';
import { NEAR_DUPLICATE_BITS } from '#moderation';

/** Any number: one process groups at a time, so that no two begin a campaign each for the same texts. */
const GROUPING = 7_067_683_285;

/** Whether this transaction is the one that groups. Near-duplicates of a huge campaign are looked up among some of them. */
export const BEGIN_GROUPING: Statement = {
  name: 'reviews.begin-grouping',
  text: `
    SELECT pg_try_advisory_xact_lock(${GROUPING}) AS alone,
      set_config('gin_fuzzy_search_limit', '1000', true)`,
};

/** Open items whose near-duplicates were not looked for yet; those that are just decided are passed over. */
export const UNGROUPED: Statement = {
  name: 'reviews.ungrouped',
  text: `
    SELECT item.site_id, item.id, item.kind
    FROM review_items AS item
    WHERE item.closed_at IS NULL AND item.grouped_at IS NULL
    ORDER BY item.site_id, item.opened_at
    LIMIT $1
    FOR NO KEY UPDATE SKIP LOCKED`,
};

/** So many of a campaign join an item to all of it. */
const OF_CAMPAIGN = 5;
/** So many that are of no campaign yet are found at once; whoever finds as many looks again. */
export const ALONE_AT_ONCE = 20;

/** Those that are of a campaign and those that are not: an index each, so that a large campaign does not hide who stands beside it. */
const few = (among: (condition: string, limit: number) => string): string => `
      (${among('campaign_id IS NULL', ALONE_AT_ONCE)})
      UNION ALL
      (${among('campaign_id IS NOT NULL', OF_CAMPAIGN)})`;

const equalTexts = (condition: string, limit: number): string => `
        SELECT other.id, other.campaign_id FROM review_items AS other
        WHERE other.site_id = item.site_id AND other.text_hash = item.text_hash
          AND other.closed_at IS NULL AND other.text_hash IS NOT NULL AND other.${condition}
          AND other.id <> item.id AND other.kind <> 'appealed'
        LIMIT ${limit}`;

const nearTexts = (condition: string, limit: number): string => `
        SELECT other.id, other.campaign_id
        FROM (
          -- Apart, so that the pieces are looked up first: all that is open of a site is too much.
          SELECT * FROM review_items
          WHERE bands && item.bands AND closed_at IS NULL AND bands IS NOT NULL AND ${condition}
          OFFSET 0
        ) AS other
        WHERE other.site_id = item.site_id AND other.id <> item.id AND other.kind <> 'appealed'
          AND other.text_hash IS DISTINCT FROM item.text_hash
          AND bit_count((other.sim_hash # item.sim_hash)::bit(64)) <= ${NEAR_DUPLICATE_BITS}
        LIMIT ${limit}`;

/**
 * What is nearly the same among what is open: equal texts, and texts that share a piece of the
 * SimHash and differ in few bits of it.
 */
export const NEAR: Statement = {
  name: 'reviews.near',
  text: `
    SELECT item.id AS item_id, near.id AS other_id, near.campaign_id AS other_campaign_id
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    CROSS JOIN LATERAL (
      SELECT * FROM review_items
      WHERE site_id = wanted.site_id AND review_items.id = wanted.id LIMIT 1
    ) AS item
    CROSS JOIN LATERAL (${few(equalTexts)}
      UNION ALL${few(nearTexts)}
    ) AS near
    WHERE item.kind <> 'appealed'`,
};

/** Gives items their campaign. What is just decided is passed over, and not among the answers. */
export const ASSIGN: Statement = {
  name: 'reviews.assign-campaigns',
  text: `
    WITH free AS (
      SELECT item.site_id, item.id, wanted.campaign_id
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS wanted (site_id, id, campaign_id)
      JOIN review_items AS item ON item.site_id = wanted.site_id AND item.id = wanted.id
      WHERE item.closed_at IS NULL
      FOR NO KEY UPDATE OF item SKIP LOCKED
    ),
    assigned AS (
      UPDATE review_items AS item
      SET campaign_id = free.campaign_id
      FROM free
      WHERE item.site_id = free.site_id AND item.id = free.id
        AND item.campaign_id IS DISTINCT FROM free.campaign_id
    )
    SELECT id FROM free`,
};

/** Makes one campaign of several that turned out to be one; what is just decided keeps its old one. */
export const MERGE: Statement = {
  name: 'reviews.merge-campaigns',
  text: `
    WITH free AS (
      SELECT item.site_id, item.id, wanted.into_id
      FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS wanted (site_id, campaign_id, into_id)
      JOIN review_items AS item
        ON item.site_id = wanted.site_id AND item.campaign_id = wanted.campaign_id
      WHERE item.closed_at IS NULL AND item.campaign_id IS NOT NULL
      FOR NO KEY UPDATE OF item SKIP LOCKED
    )
    UPDATE review_items AS item
    SET campaign_id = free.into_id
    FROM free
    WHERE item.site_id = free.site_id AND item.id = free.id`,
};

export const MARK_GROUPED: Statement = {
  name: 'reviews.mark-grouped',
  text: `
    UPDATE review_items AS item
    SET grouped_at = now()
    FROM unnest($1::uuid[], $2::uuid[]) AS done (site_id, id)
    WHERE item.site_id = done.site_id AND item.id = done.id`,
};
