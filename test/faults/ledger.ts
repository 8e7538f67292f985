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

  pending(): Promise<number> {
    return this.count(`SELECT count(*)::integer AS count FROM comments WHERE status = 'pending'`);
  }

  outbox(): Promise<number> {
    return this.count('SELECT count(*)::integer AS count FROM outbox');
  }

  /** Waits until no comment is pending and every mark has been passed on. */
  async settles(): Promise<void> {
    await until(async () => (await this.pending()) + (await this.outbox()) === 0, {
      what: 'no pending comment and an empty outbox',
      timeoutMs: 60_000,
      intervalMs: 100,
    });
  }

  private async count(sql: string): Promise<number> {
    return (await this.query<{ count: number }>(sql))[0]!.count;
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
