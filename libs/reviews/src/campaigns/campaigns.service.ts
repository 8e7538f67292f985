import { Injectable } from '@nestjs/common';
import type { CampaignCard, CampaignPage, ReviewItem } from '#contract';
import { Database, type Session } from '#database';
import { readCursor, writeCursor } from '../list/page-cursor.js';
import { ReviewsService } from '../reviews.service.js';
import * as sql from './campaigns.sql.js';
import { chooseExamples } from './choose-examples.js';

interface CampaignRow {
  site_id: string;
  id: string;
}

interface FoundRow extends CampaignRow {
  several: boolean;
  /** Which one of those of its site that were looked at. */
  place: number;
}

interface MeasureRow extends CampaignRow {
  site_name: string;
  size: number;
  authors: number;
  articles: number;
  more: boolean;
  first_at: Date;
  last_at: Date;
}

interface CandidateRow {
  campaign_id: string;
  id: string;
  text_hash: string | null;
  sim_hash: string | null;
}

const EXAMPLES = 3;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Campaigns are ordered by their ids alone, which grow with time. */
const ANY_TIME = '1970-01-01 00:00:00+00';

/** Near-duplicates that wait together, one card for each group. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
  ) {}

  /** A page of the campaigns of some sites, the oldest first. @throws DomainError VALIDATION_FAILED */
  list(siteIds: string[], cursor: string | null, limit: number): Promise<CampaignPage> {
    const after = cursor === null ? FIRST_ID : readCursor('campaigns', cursor).id;
    return this.database.connection(async (session) => {
      const found = await session.query<FoundRow>(sql.CAMPAIGNS, [siteIds, after, limit + 1]);
      const { rows, next } = pageOf(found, limit);
      return {
        campaigns: await this.cards(session, rows),
        next: next === null ? null : writeCursor('campaigns', { at: ANY_TIME, id: next }),
      };
    });
  }

  private async cards(session: Session, rows: CampaignRow[]): Promise<CampaignCard[]> {
    if (rows.length === 0) return [];
    const columns = [rows.map((row) => row.site_id), rows.map(({ id }) => id)];
    const [measures, candidates] = await Promise.all([
      session.query<MeasureRow>(sql.MEASURES, columns),
      session.query<CandidateRow>(sql.CANDIDATES, columns),
    ]);
    const examples = await this.examples(session, rows, candidates);
    const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
    return rows.flatMap(({ id }) => {
      const measure = measureOf.get(id);
      return measure === undefined ? [] : [cardOf(measure, examples.get(id) ?? [])];
    });
  }

  /** The examples of all campaigns, presented together. */
  private async examples(
    session: Session,
    rows: CampaignRow[],
    candidates: CandidateRow[],
  ): Promise<Map<string, ReviewItem[]>> {
    const chosen = rows.flatMap(({ site_id: siteId, id: campaignId }) => {
      const members = candidates.filter((candidate) => candidate.campaign_id === campaignId);
      return chooseExamples(members.map(candidateOf), EXAMPLES).map(({ id }) => {
        return { siteId, campaignId, itemId: id };
      });
    });
    const items = await this.reviews.present(session, chosen);
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const examples = new Map<string, ReviewItem[]>();
    for (const { campaignId, itemId } of chosen) {
      const item = itemOf.get(itemId);
      if (item !== undefined) examples.set(campaignId, [...(examples.get(campaignId) ?? []), item]);
    }
    return examples;
  }
}

/** Those of which several are left, and behind which to look further: not all of a site may have been looked at. */
function pageOf(found: FoundRow[], limit: number): { rows: CampaignRow[]; next: string | null } {
  const bound = found.find(({ place }) => place === sql.LOOKED_AT)?.id ?? null;
  const left = found.filter(({ id, several }) => several && (bound === null || id <= bound));
  const rows = left.slice(0, limit);
  return { rows, next: left.length > limit ? (rows.at(-1)?.id ?? null) : bound };
}

function candidateOf({ id, text_hash: textHash, sim_hash: simHash }: CandidateRow) {
  const bigint = (value: string | null) => (value === null ? null : BigInt(value));
  return { id, textHash: bigint(textHash), simHash: bigint(simHash) };
}

function cardOf(row: MeasureRow, examples: ReviewItem[]): CampaignCard {
  return {
    id: row.id,
    site: { id: row.site_id, name: row.site_name },
    size: row.size,
    authors: row.authors,
    articles: row.articles,
    more: row.more,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    examples,
  };
}
