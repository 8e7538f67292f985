import { Injectable } from '@nestjs/common';
import { Batcher } from '#batching';
import { DomainError } from '#contract';
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

/** Articles of one site, of each of which the count is asked for. */
interface Question {
  siteId: string;
  articles: readonly string[];
}

const BATCH = { size: 50, parallel: 3, capacity: 5000 };

/** How many comments are shown under each article. */
@Injectable()
export class CountsService {
  private readonly batcher = new Batcher<Question, number[]>((batch) => this.readBatch(batch), {
    ...BATCH,
    full: () => new DomainError('SERVICE_BUSY', 'Too many ask for counts; try again.'),
  });

  constructor(private readonly database: Database) {}

  /**
   * One count per article that was asked for, in that order; 0 for an article that is not known.
   * Whoever asks while others are being answered shares one statement with all who wait.
   * @throws DomainError SERVICE_BUSY
   */
  async read(siteId: string, articles: readonly string[]): Promise<Map<string, number>> {
    const counts = await this.batcher.submit({ siteId, articles });
    return new Map(articles.map((article, at) => [article, counts[at] ?? 0]));
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

  private async readBatch(batch: readonly Question[]): Promise<number[][]> {
    const rows = await this.database.query<{ place: string; count: number }>(sql.COUNTS, [
      batch.flatMap(({ siteId, articles }) => articles.map(() => siteId)),
      batch.flatMap(({ articles }) => articles),
    ]);
    const counts = new Map(rows.map(({ place, count }) => [Number(place), count]));
    let place = 0;
    return batch.map(({ articles }) => articles.map(() => counts.get((place += 1)) ?? 0));
  }
}
