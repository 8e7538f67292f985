import pg from 'pg';

/** Where a comment, or a part of one, could be found. */
const TABLES = [
  'articles',
  'authors',
  'comments',
  'comment_revisions',
  'idempotency_keys',
  'outbox',
  'decisions',
];

/** A look into the database behind the service's back. */
export class Rows {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<Rows> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new Rows(client);
  }

  async query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(text, values)).rows;
  }

  /** How many rows each table has. */
  async perTable(): Promise<Record<string, number>> {
    const counts = TABLES.map((table) => `(SELECT count(*)::integer FROM ${table}) AS ${table}`);
    const [row] = await this.query<Record<string, number>>(`SELECT ${counts.join(', ')}`);
    return row ?? {};
  }

  /** The tables that hold a text anywhere in a row, the queue's own among them. */
  async tablesWith(text: string): Promise<string[]> {
    const tables = await this.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const sql = `SELECT 1 FROM ${name} AS item WHERE strpos(item::text, $1) > 0 LIMIT 1`;
      if ((await this.query(sql, [text])).length > 0) found.push(name);
    }
    return found;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
