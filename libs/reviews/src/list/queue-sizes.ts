import { type QueueSizes, REVIEW_KINDS, type ReviewKind } from '#contract';
import type { Session, Statement } from '#database';

/** A number that nobody reads to its end is not counted to its end. */
const MOST = 1000;

/** Each count stops at one more than the most: the length of a queue must not make it slow. */
export const SIZES: Statement = {
  name: 'reviews.queue-sizes',
  text: `
    SELECT kind AS queue, sum(waiting.count)::integer AS count
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN unnest($2::text[]) AS kinds (kind)
    CROSS JOIN LATERAL (
      SELECT count(*) FROM (
        SELECT FROM review_items
        WHERE site_id = site.id AND review_items.kind = kinds.kind AND closed_at IS NULL
        LIMIT ${MOST + 1}
      ) AS items
    ) AS waiting
    GROUP BY kind
    UNION ALL
    SELECT 'mine', count(*)::integer FROM (
      SELECT
      FROM review_claims AS claim
      CROSS JOIN LATERAL (
        SELECT claimed_by, claimed_until, closed_at FROM review_items
        WHERE site_id = claim.site_id AND id = claim.item_id
        LIMIT 1
      ) AS item
      WHERE claim.moderator_id = $3 AND claim.site_id = ANY ($1) AND item.claimed_by = $3
        AND item.closed_at IS NULL AND item.claimed_until > now()
      LIMIT ${MOST + 1}
    ) AS mine
    UNION ALL
    SELECT 'campaigns', coalesce(sum(found.count), 0)::integer
    FROM unnest($1::uuid[]) AS site (id)
    CROSS JOIN LATERAL (
      -- From one campaign to the next, whatever their sizes.
      WITH RECURSIVE campaign (id, place) AS (
        (SELECT campaign_id, 1 FROM review_items
          WHERE site_id = site.id AND closed_at IS NULL AND campaign_id IS NOT NULL
          ORDER BY campaign_id LIMIT 1)
        UNION ALL
        SELECT next.campaign_id, campaign.place + 1
        FROM campaign
        CROSS JOIN LATERAL (
          SELECT campaign_id FROM review_items
          WHERE site_id = site.id AND closed_at IS NULL AND campaign_id > campaign.id
          ORDER BY campaign_id LIMIT 1
        ) AS next
        WHERE campaign.place <= ${MOST}
      )
      SELECT count(*) FROM campaign
      WHERE EXISTS (
        SELECT FROM review_items
        WHERE site_id = site.id AND closed_at IS NULL AND campaign_id = campaign.id
        OFFSET 1
      )
    ) AS found`,
};

/** How much waits in each queue of the sites together. */
export async function readQueueSizes(
  session: Session,
  siteIds: string[],
  moderatorId: string,
): Promise<QueueSizes> {
  const rows = await session.query<{ queue: ReviewKind | 'campaigns' | 'mine'; count: number }>(
    SIZES,
    [siteIds, [...REVIEW_KINDS], moderatorId],
  );
  const counts = new Map(rows.map(({ queue, count }) => [queue, count]));
  const size = (queue: keyof QueueSizes) => {
    const count = counts.get(queue) ?? 0;
    return { count: Math.min(count, MOST), more: count > MOST };
  };
  return {
    held: size('held'),
    reported: size('reported'),
    appealed: size('appealed'),
    campaigns: size('campaigns'),
    mine: size('mine'),
  };
}
