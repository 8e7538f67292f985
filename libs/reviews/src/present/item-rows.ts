import type { Finding, Label, ReviewAction, ReviewKind } from '#contract';
import type { Session, Statement } from '#database';
import { type ItemRef, itemColumns } from '../item-ref.js';

/** So many near-duplicates of an item are counted: each page that shows it counts them. */
const LARGEST_COUNTED = 1_000;

/** Items with the names of those who work on them, and the findings of the verdict on that revision. */
export const ITEMS: Statement = {
  name: 'reviews.items',
  text: `
    WITH item AS MATERIALIZED (
      SELECT found.*
      FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
      CROSS JOIN LATERAL (
        SELECT * FROM review_items WHERE site_id = wanted.site_id AND id = wanted.id LIMIT 1
      ) AS found
    ),
    -- Once for each campaign, and not for each of its items on the page.
    campaign AS MATERIALIZED (
      SELECT its.site_id, its.campaign_id, counted.size
      FROM (SELECT DISTINCT site_id, campaign_id FROM item WHERE campaign_id IS NOT NULL) AS its
      CROSS JOIN LATERAL (
        SELECT count(*)::integer AS size FROM (
          SELECT FROM review_items
          WHERE site_id = its.site_id AND campaign_id = its.campaign_id AND closed_at IS NULL
          LIMIT ${LARGEST_COUNTED}
        ) AS members
      ) AS counted
    )
    SELECT item.site_id, item.id, item.comment_id, item.version, item.kind, item.revision,
      item.reason, item.details, item.policy_version, item.author_id, item.label, item.score, item.language,
      item.opened_at, item.closed_at, item.action, item.batch_id, item.decided_by,
      item.claimed_by, item.claimed_until, claimer.name AS claimed_name,
      decider.name AS decided_name, reason.id AS reject_reason_id, reason.title AS reject_reason_title,
      item.campaign_id, campaign.size AS campaign_size, verdict.findings
    FROM item
    LEFT JOIN LATERAL (
      SELECT findings FROM decisions
      WHERE site_id = item.site_id AND comment_id = item.comment_id
        AND revision = item.revision AND actor = 'check'
      ORDER BY id DESC
      LIMIT 1
    ) AS verdict ON true
    LEFT JOIN campaign
      ON campaign.site_id = item.site_id AND campaign.campaign_id = item.campaign_id
    LEFT JOIN LATERAL (
      SELECT name FROM moderators WHERE id = item.claimed_by LIMIT 1
    ) AS claimer ON item.claimed_until > now()
    LEFT JOIN LATERAL (SELECT name FROM moderators WHERE id = item.decided_by LIMIT 1) AS decider ON true
    LEFT JOIN LATERAL (
      SELECT canned.id, canned.title
      FROM decision_batches AS batch
      JOIN reject_reasons AS canned
        ON canned.site_id = batch.site_id AND canned.id = batch.reason_id
      WHERE batch.site_id = item.site_id AND batch.id = item.batch_id
      LIMIT 1
    ) AS reason ON true`,
};

export interface ItemRow {
  site_id: string;
  id: string;
  comment_id: string;
  version: number;
  kind: ReviewKind;
  revision: number;
  reason: string;
  details: Record<string, string | number>;
  policy_version: number | null;
  author_id: string | null;
  label: Label | null;
  score: number | null;
  language: string | null;
  opened_at: Date;
  closed_at: Date | null;
  action: ReviewAction | null;
  batch_id: string | null;
  decided_by: string | null;
  claimed_by: string | null;
  claimed_until: Date | null;
  /** `null` when nobody has claimed it, or the claim is over. */
  claimed_name: string | null;
  decided_name: string | null;
  reject_reason_id: string | null;
  reject_reason_title: string | null;
  campaign_id: string | null;
  campaign_size: number | null;
  findings: Finding[] | null;
}

/** The rows of items, in the order asked for; unknown ones are left out. */
export async function readItemRows(session: Session, refs: readonly ItemRef[]): Promise<ItemRow[]> {
  if (refs.length === 0) return [];
  const rows = await session.query<ItemRow>(ITEMS, itemColumns(refs));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return refs.flatMap(({ itemId }) => byId.get(itemId) ?? []);
}
