import pg from 'pg';
import { until } from '../harness/until.js';

/** What the tables say of one comment. */
export interface Entry {
  id: string;
  status: string;
  /** The statuses that it was moved to from pending, in its present revision; there should be one. */
  verdicts: string[];
}

/** The database as an auditor reads it, past all of the product's own code. */
export class Ledger {
  constructor(private readonly databaseUrl: string) {}

  /** All comments in the order of their ids. */
  entries(): Promise<Entry[]> {
    return this.query<Entry>(`
      SELECT comment.id, comment.status,
        array_remove(array_agg(decision.to_status::text), NULL) AS verdicts
      FROM comments AS comment
      LEFT JOIN decisions AS decision ON decision.site_id = comment.site_id
        AND decision.comment_id = comment.id AND decision.revision = comment.revision
        AND decision.from_status = 'pending'
      GROUP BY comment.id, comment.status
      ORDER BY comment.id`);
  }

  /** Every row of the decisions, so that two moments can be compared. */
  decisions(): Promise<object[]> {
    return this.query('SELECT * FROM decisions ORDER BY site_id, id');
  }

  /** Waits until no comment is pending and every mark has been passed on. */
  async settles(): Promise<void> {
    await until(async () => (await this.unfinished()) === 0, {
      what: 'no pending comment and an empty outbox',
      timeoutMs: 60_000,
      intervalMs: 100,
    });
  }

  /** Pending comments and marks that wait, in one question: it is asked again and again, by a new connection each time. */
  private async unfinished(): Promise<number> {
    const [row] = await this.query<{ count: number }>(
      `SELECT ((SELECT count(*) FROM comments WHERE status = 'pending')
        + (SELECT count(*) FROM outbox))::integer AS count`,
    );
    return row!.count;
  }

  private async query<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
