import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '#config';
import { migrate } from '#database';
import { JsonLogger } from '#logging';
import { migrateQueue } from '#queues';
import { ensureSite, newSiteKeys } from '#sites';
import { createApi } from '../../apps/api/src/create-api.js';
import { createDatabase } from '../harness/postgres.js';
import { startRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { aComment, Client } from './support/client.js';
import { expectProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
});
afterAll(() => service.stop());

const ready = (app: NestFastifyApplication = service.app) =>
  app.inject({ method: 'GET', url: '/health/ready' });

describe('GET /health/live', () => {
  it('says that the process answers, and needs no key', async () => {
    const response = await client.get('/health/live', {});
    expect([response.statusCode, response.json()]).toEqual([200, { status: 'ok' }]);
    expect(response.headers['cache-control']).toBe('no-store');
  });
});

describe('GET /health/ready', () => {
  it('says that Postgres, queue and schema are as they should be', async () => {
    const response = await ready();
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toMatch(/no-store/);
    const up = { status: 'up' };
    expect(response.json()).toMatchObject({
      status: 'ok',
      details: { postgres: up, queue: { ...up, jobs: expect.any(Number) }, migrations: up },
    });
  });

  it('is 503 with a report while migrations are pending', async () => {
    const database = await createDatabase({ empty: true });
    const config = loadConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'silent' });
    await migrateQueue(database.url);
    const app = await started(config);
    const response = await ready(app);
    expect(response.statusCode).toBe(503);
    const migrations = { status: 'down', message: expect.stringMatching(/npm run migrate/) };
    expect(response.json()).toMatchObject({ status: 'error', error: { migrations } });
    await migrate(database.url);
    expect((await ready(app)).statusCode).toBe(200);
    await app.close();
    await database.drop();
  });
});

async function started(config: Config): Promise<NestFastifyApplication> {
  const app = await createApi(config, new JsonLogger(config.LOG_LEVEL, 'test'));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

describe('while Postgres is gone', () => {
  let lost: TestService;
  let reader: Client;
  beforeAll(async () => {
    lost = await startService({ worker: false, settings: { LOG_LEVEL: 'silent' } });
    reader = new Client(lost);
    await lost.database.drop();
  });
  afterAll(() => lost.app.close());

  it('the process lives and is not ready, and says so without the database’s address', async () => {
    expect((await reader.get('/health/live', {})).statusCode).toBe(200);
    const response = await ready(lost.app);
    expect(response.statusCode).toBe(503);
    expect(response.json()).toMatchObject({
      status: 'error',
      error: { postgres: { status: 'down' } },
    });
    expect(response.body).not.toMatch(/postgres:\/\/|127\.0\.0\.1|node_modules/);
  });

  it.each<[string, () => ReturnType<Client['get']>]>([
    ['a comment', () => reader.post(aComment())],
    ['a question for counts', () => reader.get('/v1/counts?article=a')],
    ['a policy', () => reader.put('/v1/policy', {})],
    [
      'a page of some origin',
      () => reader.get('/v1/counts?article=a', { ...reader.reader, origin: 'https://a.example' }),
    ],
  ])('%s is answered with 503 and when to come again', async (_, request) => {
    const response = await request();
    expectProblem(response, 503, 'SERVICE_UNAVAILABLE');
    expect(response.headers['retry-after']).toBe('2');
  });
});

describeWith(needs.redisServer, 'while Redis is gone', () => {
  it('comments are taken, the service is impaired, not down, and all is well when it is back', async () => {
    const { port, url, kill } = await startRedis();
    const queued = await startService({ redisUrl: url, settings: { LOG_LEVEL: 'silent' } });
    const reader = new Client(queued);
    expect((await reader.settle()).status).toBe('published');
    await kill();
    await until(async () => (await ready(queued.app)).body.includes('degraded'), {
      what: 'degraded',
    });
    const degraded = await ready(queued.app);
    expect(degraded.statusCode).toBe(200);
    expect(degraded.json()).toMatchObject({ details: { postgres: { status: 'up' } } });
    const waiting = await reader.submit();
    await startRedis({ port });
    const settled = async () => (await reader.seen(waiting.id))['status'] === 'published';
    await until(settled, { what: 'the verdict after Redis came back', timeoutMs: 30_000 });
    const isUp = async () => !(await ready(queued.app)).body.includes('degraded');
    await until(isUp, { what: 'the queue to be up again' });
    await queued.stop();
  });
});

describe('a new site', () => {
  it('is known within seconds, though its key was refused before', async () => {
    const keys = newSiteKeys();
    const headers = { 'x-site-key': keys.publicKey };
    expectProblem(await client.get('/v1/counts?article=a', headers), 401, 'SITE_KEY_UNKNOWN');
    await ensureSite(service.database.url, keys, ['*']);
    const known = async () =>
      (await client.get('/v1/counts?article=a', headers)).statusCode === 200;
    expect(await until(known, { what: 'the new key to be known', intervalMs: 200 })).toBe(true);
  });
});
