import pg from 'pg';
import { onTestFinished } from 'vitest';
import { until } from '../harness/until.js';

/**
 * Keeps verdicts from being written, by holding the rows of all articles, whose counts each verdict
 * changes: so a fault finds a worker in the middle of its transaction, and jobs waiting behind it.
 */
export class HaltedVerdicts {
  private constructor(private readonly client: pg.Client) {}

  static async begin(databaseUrl: string): Promise<HaltedVerdicts> {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: 'halt' });
    client.on('error', () => undefined);
    await client.connect();
    onTestFinished(() => client.end());
    await client.query('BEGIN');
    // Comments may still come in: a foreign key asks for no more than that the row stays.
    await client.query('SELECT FROM articles FOR NO KEY UPDATE');
    return new HaltedVerdicts(client);
  }

  /** Waits until a worker stands in the middle of a verdict's transaction, its comments locked. */
  async caughtOne(): Promise<void> {
    const blocked = `
      SELECT FROM pg_stat_activity
      WHERE wait_event_type = 'Lock' AND application_name = 'moderato'
        AND datname = current_database()`;
    await until(async () => (await this.client.query(blocked)).rowCount, {
      what: 'a worker in the middle of a verdict',
      timeoutMs: 30_000,
      intervalMs: 10,
    });
  }

  async end(): Promise<void> {
    await this.client.query('COMMIT');
  }
}
