import pg from 'pg';

const CONNECTIONS = 20;

/** What Postgres itself reaches: commits a second of one INSERT of a 500-byte row each, over 20 connections. */
export async function measureInsertCommits(
  url: string,
  warmUpMs: number,
  measureMs: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  try {
    await pool.query(
      'CREATE TABLE IF NOT EXISTS bench_rows (id bigserial PRIMARY KEY, content text NOT NULL)',
    );
    await insertFor(pool, warmUpMs);
    const start = performance.now();
    const commits = await insertFor(pool, measureMs);
    return (commits / (performance.now() - start)) * 1000;
  } finally {
    await pool.end();
  }
}

async function insertFor(pool: pg.Pool, durationMs: number): Promise<number> {
  const end = performance.now() + durationMs;
  const content = 'x'.repeat(500);
  let commits = 0;
  const insert = async (): Promise<void> => {
    while (performance.now() < end) {
      await pool.query({
        name: 'insert',
        text: 'INSERT INTO bench_rows (content) VALUES ($1)',
        values: [content],
      });
      commits += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, insert));
  return commits;
}
