import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import * as sql from './counts.sql.js';

/** An article whose stored count is not what its comments say. */
export interface Drift {
  siteId: string;
  article: string;
  stored: number;
  counted: number;
}

/** The outcome of a recount. */
export interface CountsAudit {
  articles: number;
  /** The sum of all stored counts. */
  shown: number;
  drifts: Drift[];
}

/** How many comments are shown under each article. */
@Injectable()
export class CountsService {
  constructor(private readonly database: Database) {}

  /** One count per article that was asked for, in that order; 0 for an article that is not known. */
  async read(siteId: string, articles: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ external_id: string; count: number }>(sql.COUNTS, [
      siteId,
      articles,
    ]);
    const counts = new Map(articles.map((article) => [article, 0]));
    for (const row of rows) counts.set(row.external_id, row.count);
    return counts;
  }

  /** Recounts everything; each statement sees the database at one moment, also while comments are moved. */
  async audit(): Promise<CountsAudit> {
    const drifts = await this.database.query<{
      site_id: string;
      external_id: string;
      stored: number;
      counted: number;
    }>(sql.DRIFT);
    const [totals] = await this.database.query<{ articles: number; shown: number }>(sql.TOTALS);
    return {
      articles: totals?.articles ?? 0,
      shown: totals?.shown ?? 0,
      drifts: drifts.map(({ site_id: siteId, external_id: article, stored, counted }) => ({
        siteId,
        article,
        stored,
        counted,
      })),
    };
  }
}
