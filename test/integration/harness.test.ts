import { readFileSync } from 'node:fs';
import pg from 'pg';
import { expect, it } from 'vitest';
import { createDatabase } from '../harness/postgres.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { spawnService, TestProcess } from '../harness/processes.js';
import { until } from '../harness/until.js';

it('gives each caller a database of its own with all tables', async () => {
  const [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  const client = new pg.Client({ connectionString: one.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  await client.end();
  await Promise.all([one.drop(), other.drop()]);
  expect(rows.map(({ name }) => name)).toContain('comments');
  expect(other.url).not.toBe(one.url);
});

it('says what it waited for and what it saw last', async () => {
  const never = until(() => [0].length - 1, { what: 'a second element', timeoutMs: 50 });
  await expect(never).rejects.toThrow(
    'waited 50 ms in vain for a second element; the last value was 0',
  );
});

it('reports a service that ends before it is ready, with its output', async () => {
  const start = spawnService('dist/no-such-entry.js', {}, { readyLine: 'ready' });
  await expect(start).rejects.toThrow('Cannot find module');
});

it('freezes, thaws and kills a process', async () => {
  const ticker = TestProcess.start(
    'ticker',
    process.execPath,
    ['-e', 'setInterval(() => console.log(1), 5)'],
    {},
    '/',
  );
  await ticker.ready({ readyLine: '1' });
  ticker.freeze();
  await until(() => stateOf(ticker.pid) === 'T', { what: 'the process to stop' });
  ticker.thaw();
  await until(() => stateOf(ticker.pid) !== 'T', { what: 'the process to go on' });
  expect(await ticker.kill()).toEqual({ code: null, signal: 'SIGKILL' });
});

describeWith(needs.redisServer, 'a redis-server of its own', () => {
  it('comes back on its port after kill', async () => {
    const redis = await startRedis();
    await redis.kill();
    const again = await startRedis({ port: redis.port });
    expect(again.url).toBe(redis.url);
  });
});

function stateOf(pid: number): string | undefined {
  return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]?.[0];
}
