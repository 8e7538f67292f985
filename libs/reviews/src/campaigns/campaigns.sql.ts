import type { Statement } from '#database';

/** So many near-duplicates are counted; what has more is large anyway. */
const LARGEST_COUNTED = 10_000;
/** Among so many of the first the authors and articles are counted: each has to be read and put in order for that. */
const COUNTED = 200;
/** Among so many of the last the newest is: the queue's order is nearly that of time. */
const NEWEST_AMONG = 20;
/** Among so many of the first the examples are chosen. */
const CHOSEN_AMONG = 50;

/** So many campaigns of a site are looked at for a page: of many one item may be left, and one is none. */
export const LOOKED_AT = 300;

/** Whether several items are left of a campaign. */
const several = (campaign: string): string => `EXISTS (
          SELECT FROM review_items
          WHERE site_id = site.id AND closed_at IS NULL AND campaign_id = ${campaign}
          OFFSET 1
        )`;

/** From one campaign to the next, whatever their sizes, until so many were found of which several items are left. */
export const CAMPAIGNS: Statement = {
  name: 'reviews.campaigns',
  text: `
    SELECT site.id AS site_id, found.id, found.several, found.place
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      WITH RECURSIVE campaign (id, several, kept, place) AS (
        SELECT first.id, first.several, first.several::integer, 1
        FROM (
          SELECT lowest.campaign_id AS id, ${several('lowest.campaign_id')} AS several
          FROM (
            SELECT campaign_id FROM review_items
            WHERE site_id = site.id AND closed_at IS NULL AND campaign_id > $2
            ORDER BY campaign_id LIMIT 1
          ) AS lowest
        ) AS first
        UNION ALL
        SELECT next.id, next.several, campaign.kept + next.several::integer, campaign.place + 1
        FROM campaign
        CROSS JOIN LATERAL (
          SELECT higher.campaign_id AS id, ${several('higher.campaign_id')} AS several
          FROM (
            SELECT campaign_id FROM review_items
            WHERE site_id = site.id AND closed_at IS NULL AND campaign_id > campaign.id
            ORDER BY campaign_id LIMIT 1
          ) AS higher
        ) AS next
        WHERE campaign.kept < $3 AND campaign.place < ${LOOKED_AT}
      )
      SELECT id, several, place FROM campaign
    ) AS found
    ORDER BY found.id`,
};

/** How large campaigns are; each comment that nobody signed counts as an author. */
export const MEASURES: Statement = {
  name: 'reviews.campaign-measures',
  text: `
    SELECT wanted.id, site.id AS site_id, site.name AS site_name, measured.*, last.last_at
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    JOIN sites AS site ON site.id = wanted.site_id
    CROSS JOIN LATERAL (
      SELECT count(*)::integer AS size FROM (
        SELECT FROM review_items
        WHERE site_id = wanted.site_id AND campaign_id = wanted.id AND closed_at IS NULL
        LIMIT ${LARGEST_COUNTED}
      ) AS members
    ) AS whole
    CROSS JOIN LATERAL (
      SELECT whole.size, whole.size > ${COUNTED} AS more,
        count(DISTINCT coalesce(author_id, member_id))::integer AS authors,
        count(DISTINCT article_id)::integer AS articles, min(opened_at) AS first_at
      FROM (
        SELECT review_items.id AS member_id, author_id, article_id, opened_at FROM review_items
        WHERE site_id = wanted.site_id AND campaign_id = wanted.id AND closed_at IS NULL
        ORDER BY due_at, review_items.id
        LIMIT ${COUNTED}
      ) AS members
    ) AS measured
    CROSS JOIN LATERAL (
      SELECT max(opened_at) AS last_at
      FROM (
        SELECT opened_at FROM review_items
        WHERE site_id = wanted.site_id AND campaign_id = wanted.id AND closed_at IS NULL
        ORDER BY due_at DESC, review_items.id DESC
        LIMIT ${NEWEST_AMONG}
      ) AS members
    ) AS last`,
};

/** The first items of campaigns, with what tells how much they differ. */
export const CANDIDATES: Statement = {
  name: 'reviews.campaign-candidates',
  text: `
    SELECT wanted.id AS campaign_id, member.*
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    CROSS JOIN LATERAL (
      SELECT review_items.id, text_hash, sim_hash FROM review_items
      WHERE site_id = wanted.site_id AND campaign_id = wanted.id AND closed_at IS NULL
      ORDER BY due_at, review_items.id
      LIMIT ${CHOSEN_AMONG}
    ) AS member`,
};
