import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EmbeddedPostgres, type EmbeddedPostgresOptions, freePort } from '#embedded-postgres';
import { buildOnce, PROJECT_FOLDER, TestProcess } from '../harness/processes.js';
import { until } from '../harness/until.js';

const BASE = mkdtempSync(join(tmpdir(), 'moderato-embedded-'));
const started: EmbeddedPostgres[] = [];

/** fsync stays on: only the order of writes on a real disk shows whether a restart keeps data. */
async function start(
  dataDirectory: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await EmbeddedPostgres.start({ dataDirectory, lockWaitMs: 0, ...options });
  started.push(postgres);
  return postgres;
}

async function query(postgres: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: postgres.url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map(
      (row) => Object.values(row)[0],
    );
  } finally {
    await client.end();
  }
}

/** Another node process that starts a server and holds it. */
function holder(dataDirectory: string): TestProcess {
  const module = join(PROJECT_FOLDER, 'dist/libs/embedded-postgres/src/index.js');
  const script = `
    import { EmbeddedPostgres } from ${JSON.stringify(module)};
    const postgres = await EmbeddedPostgres.start({ dataDirectory: ${JSON.stringify(dataDirectory)} });
    console.log('holding', postgres.pid);
    setInterval(() => undefined, 1_000);`;
  const args = ['--input-type=module', '-e', script];
  return TestProcess.start('holder', process.execPath, args, process.env, PROJECT_FOLDER);
}

beforeAll(buildOnce, 60_000);

afterEach(async () => {
  await Promise.all(started.splice(0).map((postgres) => postgres.stop({ mode: 'immediate' })));
});

afterAll(() => rmSync(BASE, { recursive: true, force: true }));

describe('a server of our own', () => {
  const folder = join(BASE, 'own');

  it('starts in a folder that does not exist yet and answers with a password only', async () => {
    const postgres = await start(join(folder, 'made', 'as-needed'));
    expect(await query(postgres, 'SELECT current_database()')).toEqual(['moderato']);
    const stranger = new URL(postgres.url);
    stranger.password = 'guessed';
    const client = new pg.Client({ connectionString: stranger.href });
    await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  it('is durable, checked by checksums and reached over loopback alone', async () => {
    const postgres = await start(folder);
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
    const sql = `SELECT setting FROM pg_settings WHERE name IN ('${settings.join("','")}')`;
    expect(await query(postgres, sql)).toEqual(['on', 'on', 'on', 'on']);
    expect(await query(postgres, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect(await query(postgres, 'SHOW unix_socket_directories')).toEqual(['']);
  });

  it('keeps data and address over a restart', async () => {
    const first = await start(folder);
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start(folder);
    expect(await query(second, 'SELECT answer FROM kept')).toEqual([42]);
    expect(second.url).toBe(first.url);
  });

  it('takes another port when the kept one was taken meanwhile', async () => {
    const first = await start(folder);
    await first.stop();
    const thief = await listen(first.port);
    const second = await start(folder);
    thief.close();
    expect(second.port).not.toBe(first.port);
    expect(await query(second, 'SELECT 1')).toEqual([1]);
  });

  it('sorts and folds case as Unicode whatever the locale', async () => {
    const postgres = await start(folder);
    expect(await query(postgres, `SELECT lower('ÄÖÜŁЖ')`)).toEqual(['äöüłж']);
    expect(await query(postgres, 'SHOW server_encoding')).toEqual(['UTF8']);
  });

  it('logs no statement, for it may quote a comment', async () => {
    const postgres = await start(folder);
    await expect(query(postgres, `SELECT 'private words'::integer`)).rejects.toThrow(
      'private words',
    );
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).not.toContain('private words');
  });
});

describe('after a violent end', () => {
  const folder = join(BASE, 'violent');

  it('tells of a killed server and starts it again at the same address', async () => {
    const postgres = await start(folder);
    await query(postgres, 'CREATE TABLE IF NOT EXISTS survived AS SELECT 1 AS n');
    const exited = new Promise((resolve) => postgres.onExit(resolve));
    const { url, pid } = postgres;
    process.kill(pid, 'SIGKILL');
    expect(await exited).toEqual({ code: null, signal: 'SIGKILL' });
    await postgres.restart();
    expect(postgres.url).toBe(url);
    expect(postgres.pid).not.toBe(pid);
    expect(await query(postgres, 'SELECT n FROM survived')).toEqual([1]);
  });

  it('waits for the children of a killed server that still hold its memory', async () => {
    const postgres = await start(folder);
    // Busy in the processor, it does not notice that its parent is gone.
    const busy = query(postgres, `SELECT count(*) FROM generate_series(1, 10000000)`).catch(
      () => [],
    );
    await until(
      () =>
        query(
          postgres,
          `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%10000000%' AND state = 'active' AND pid <> pg_backend_pid()`,
        ).then((rows) => rows.length),
      { what: 'the busy child' },
    );
    process.kill(postgres.pid, 'SIGKILL');
    await until(() => !existsSync(`/proc/${postgres.pid}`), { what: 'the end of the server' });
    await postgres.restart();
    expect(await query(postgres, 'SELECT 1')).toEqual([1]);
    await busy;
  });

  it('takes over from a killed Moderato and keeps its data', async () => {
    const dead = holder(folder);
    await dead.ready({ readyLine: 'holding' });
    const orphan = Number(/holding (\d+)/.exec(dead.output)?.[1]);
    await dead.kill('SIGKILL');
    const lines: string[] = [];
    const postgres = await start(folder, { log: (line) => lines.push(line) });
    expect(lines).toEqual([expect.stringContaining(`pid ${orphan}`)]);
    expect(await query(postgres, 'SELECT n FROM survived')).toEqual([1]);
    expect(postgres.pid).not.toBe(orphan);
  });

  it('starts anew where a first start was killed half way', async () => {
    const half = join(BASE, 'half');
    const dead = holder(half);
    const draft = () =>
      existsSync(half) && readdirSync(half).some((name) => name.includes('.new-'));
    await until(draft, { what: 'initdb to be at work' });
    await dead.kill('SIGKILL');
    expect(existsSync(join(half, 'postgres'))).toBe(false);
    expect(await query(await start(half), 'SELECT 1')).toEqual([1]);
  });
});

describe('one folder, one Moderato', () => {
  const folder = join(BASE, 'shared');

  it('lets one of two starts at once have it', async () => {
    const both = await Promise.allSettled([start(folder), start(folder)]);
    const refused = both.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refused).toEqual([expect.objectContaining({ code: 'DATA_FOLDER_LOCKED' })]);
  });

  it('waits for one that is ending, and says so', async () => {
    const first = await start(folder);
    const lines: string[] = [];
    const second = start(folder, { lockWaitMs: 10_000, log: (line) => lines.push(line) });
    await until(() => lines.length, { what: 'the message' });
    await first.stop();
    expect(await query(await second, 'SELECT 1')).toEqual([1]);
    expect(lines[0]).toContain(`pid ${process.pid}`);
  });
});

describe('what is wrong, in one sentence', () => {
  it('refuses data of another major version', async () => {
    const folder = join(BASE, 'old');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'WRONG_MAJOR_VERSION' });
  });

  it('refuses a path that is a file, or below one', async () => {
    const file = join(BASE, 'file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toMatchObject({ code: 'DATA_FOLDER_IS_A_FILE' });
    await expect(start(join(file, 'below'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_IS_A_FILE',
    });
  });

  it('refuses a port that was asked for and is taken', async () => {
    const port = await freePort();
    const thief = await listen(port);
    await expect(start(join(BASE, 'port'), { port })).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    thief.close();
  });
});

it('starts below a folder that only its owner may enter', async () => {
  const closed = join(BASE, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  chmodSync(closed, 0o700);
  const folder = join(closed, '.moderato');
  const first = await start(folder);
  await query(first, 'CREATE TABLE kept AS SELECT 1 AS n');
  await first.stop();
  expect(await query(await start(folder), 'SELECT n FROM kept')).toEqual([1]);
});

function listen(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(port, '127.0.0.1', () => resolve(server));
  });
}
