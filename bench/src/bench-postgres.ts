import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '#embedded-postgres';
import type { Cleanup } from '../../apps/tools/src/http/cleanup.js';

/** A Postgres server of the benchmark's own, in a temporary folder, as durable as a real one. */
export class BenchPostgres {
  private databases = 0;

  private constructor(
    private readonly url: string,
    /** The server's version and the settings on which the figures hang. */
    readonly description: string,
  ) {}

  /** @param settings of the server, beside those that it has by itself */
  static async start(
    cleanup: Cleanup,
    settings: Record<string, string> = {},
  ): Promise<BenchPostgres> {
    const folder = await mkdtemp(join(tmpdir(), 'moderato-bench-'));
    cleanup.add(() => rm(folder, { recursive: true, force: true }));
    // Run by root, Postgres runs as another user, who must be able to enter the folder.
    await chmod(folder, 0o755);
    const postgres = await EmbeddedPostgres.start({
      dataDirectory: join(folder, 'postgres'),
      settings,
    });
    cleanup.add(() => postgres.stop());
    return new BenchPostgres(postgres.url, await describeServer(postgres.url));
  }

  /** Creates an empty database and gives its address. */
  async createDatabase(): Promise<string> {
    this.databases += 1;
    const name = `bench_${this.databases}`;
    await query(this.url, `CREATE DATABASE ${name}`);
    const url = new URL(this.url);
    url.pathname = `/${name}`;
    return url.href;
  }
}

/** Runs one statement on a connection of its own. */
async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function describeServer(url: string): Promise<string> {
  const sql = `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
    current_setting('synchronous_commit') AS commit`;
  const [row] = await query(url, sql);
  const { version, fsync, commit } = row as Record<'version' | 'fsync' | 'commit', string>;
  if (fsync !== 'on' || commit !== 'on')
    throw new Error('the figures would not be those of durable commits');
  return `PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}`;
}
