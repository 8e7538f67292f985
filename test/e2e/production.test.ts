import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSiteKeys } from '#sites';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Deployment } from '../faults/deployment.js';
import { expectNothingLost } from '../faults/recovery.js';
import { ReplayedLoad } from '../faults/replayed-load.js';
import { runToEnd } from '../harness/tool-run.js';
import { createDatabase } from '../harness/postgres.js';
import { freePort, spawnService } from '../harness/processes.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { until } from '../harness/until.js';

vi.setConfig({ testTimeout: 120_000 });

const API = 'dist/apps/api/src/main.js';
const WORKER = 'dist/apps/worker/src/main.js';
const HEALTH_CHECK = 'dist/apps/worker/src/healthcheck.js';
const MIGRATE = 'dist/apps/tools/src/migrate/main.js';

async function emptyDatabase(): Promise<string> {
  const database = await createDatabase({ empty: true });
  onTestFinished(() => database.drop());
  return database.url;
}

describe('migrate', () => {
  it('may run twice at once, and again', async () => {
    const env = { DATABASE_URL: await emptyDatabase() };
    const both = await Promise.all([runToEnd(MIGRATE, env), runToEnd(MIGRATE, env)]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await runToEnd(MIGRATE, env)).toEqual({
      code: 0,
      output: 'The database is up to date.\nThere is no site yet; npm run -s add-site makes one.\n',
    });
  });

  it('makes the first site of the keys that it is given', async () => {
    const keys = newSiteKeys();
    const port = await freePort();
    const env = {
      DATABASE_URL: await emptyDatabase(),
      MODERATO_SITE_KEY: keys.publicKey,
      MODERATO_SITE_SECRET: keys.secretKey,
      PORT: String(port),
    };
    const { code, output } = await runToEnd(MIGRATE, env);
    expect(code).toBe(0);
    expect(output).not.toContain('no site');
    const other = { ...env, MODERATO_SITE_SECRET: newSiteKeys().secretKey };
    expect(await runToEnd(MIGRATE, other)).toEqual({
      code: 1,
      output:
        'Moderato: MODERATO_SITE_KEY and MODERATO_SITE_SECRET do not belong to one site; correct one of them.\n',
    });
    await spawnService(API, env, { readyUrl: `http://127.0.0.1:${port}/health/ready` });
    const headers = { authorization: `Bearer ${keys.secretKey}` };
    const policy = await fetch(`http://127.0.0.1:${port}/v1/policy`, { headers });
    expect(policy.status).toBe(200);
  });
});

describe.each([API, WORKER])('%s', (entry) => {
  it('asks for npm run migrate on a database without our tables', async () => {
    const port = String(await freePort());
    const { code, output } = await runToEnd(entry, {
      DATABASE_URL: await emptyDatabase(),
      PORT: port,
    });
    expect(code).toBe(1);
    expect(output).toContain('run npm run migrate first.');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

function shape(redis: boolean): void {
  it('brings every comment to a verdict, also when a worker is stopped in the middle', async () => {
    const { url: databaseUrl } = await createDatabase();
    const redisUrl = redis ? (await startRedis()).url : undefined;
    const deployment = await Deployment.start({ databaseUrl, redisUrl, workers: 2 });
    const load = new ReplayedLoad(deployment, { comments: 300, rate: 200 });
    await load.reaches(100);
    const exit = await deployment.workers[0]!.kill('SIGTERM');
    expect(exit).toEqual({ code: 0, signal: null });
    await expectNothingLost(deployment, load);
    expect(await deployment.api.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  });
}

describe('the queue in Postgres', () => shape(false));
describeWith(needs.redisServer, 'the queue in Redis', () => shape(true));

it('tells by the health check of a worker whether it lives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'moderato-heartbeat-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { DATABASE_URL: (await createDatabase()).url, TMPDIR: folder };
  expect((await runToEnd(HEALTH_CHECK, env)).code).toBe(1);
  const worker = await spawnService(WORKER, env, { readyLine: 'The worker is ready.' });
  await until(async () => (await runToEnd(HEALTH_CHECK, env)).code === 0, { what: 'a heartbeat' });
  await worker.kill('SIGTERM');
});
