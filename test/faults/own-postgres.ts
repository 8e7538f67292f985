import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database';
import { EmbeddedPostgres } from '#embedded-postgres';
import { migrateQueue } from '#queues';
import pg from 'pg';
import { until } from '../harness/until.js';

/** A Postgres of a test file's own, to be killed; durable as in production. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly server: EmbeddedPostgres,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'moderato-test-'));
    return new OwnPostgres(folder, await EmbeddedPostgres.start({ dataDirectory: folder }));
  }

  /** Makes a database with all tables and gives its address. */
  async createDatabase(): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await this.query(`CREATE DATABASE ${name}`);
    const url = new URL(this.server.url);
    url.pathname = `/${name}`;
    await migrate(url.href);
    await migrateQueue(url.href);
    return url.href;
  }

  /** Kills the server itself and starts it again at the same address. */
  async crash(): Promise<void> {
    const ended = new Promise((resolve) => this.server.onExit(resolve));
    process.kill(this.server.pid, 'SIGKILL');
    await ended;
    await this.server.restart();
  }

  /** Kills one process that is at work for us: the server then ends all others and recovers by itself. */
  async killBackend(): Promise<void> {
    const atWork = `SELECT pid FROM pg_stat_activity WHERE application_name = 'moderato' AND state <> 'idle'`;
    const pid = await until(async () => (await this.query<{ pid: number }>(atWork))[0]?.pid, {
      what: 'a connection that is at work',
      intervalMs: 1,
    });
    process.kill(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    await this.server.stop({ mode: 'immediate' });
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async query<Row extends object>(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.server.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }
}
