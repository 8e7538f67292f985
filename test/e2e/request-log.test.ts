import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { JsonLogger } from '#logging';
import { ensureSite, newSiteKeys } from '#sites';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/src/create-api.js';
import { createDatabase, type TestDatabase } from '../harness/postgres.js';
import { Rows } from './support/rows.js';

const keys = newSiteKeys();
let database: TestDatabase;
let app: NestFastifyApplication;
let written = '';

beforeAll(async () => {
  database = await createDatabase();
  await ensureSite(database.url, keys, ['*']);
  const config = loadConfig({ DATABASE_URL: database.url, LOG_LEVEL: 'trace' });
  const logger = new JsonLogger('trace', 'test', { write: (line) => void (written += line) });
  app = await createApi(config, logger);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
beforeEach(() => void (written = ''));
afterAll(async () => {
  await app.close();
  await database.drop();
});

type Line = Record<string, unknown>;
const lines = (): Line[] =>
  written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);

const PRIVATE = /Zanzibar|zoe@|Zoe|203\.0\.113\.9|\b[ps]k_|secret-article/;
const headers = {
  'content-type': 'application/json',
  'x-site-key': keys.publicKey,
  'x-forwarded-for': '203.0.113.9',
  'user-agent': 'Zanzibar',
};
const author = { name: 'Zoe', email: 'zoe@example.com' };
const comment = { article: { id: 'secret-article' }, body: 'Zanzibar', author };

describe('the log of a request', () => {
  it('is one line with what was asked, what came of it and how long it took', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/v1/comments',
      headers,
      payload: comment,
    });
    expect(response.statusCode).toBe(202);
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        service: 'test',
        requestId: response.headers['x-request-id'],
        method: 'POST',
        route: '/v1/comments',
        status: 202,
        milliseconds: expect.any(Number),
        msg: 'request',
      },
    ]);
  });

  it.each<[string, Parameters<NestFastifyApplication['inject']>[0]]>([
    ['a comment', { method: 'POST', url: '/v1/comments', payload: comment }],
    [
      'a comment that is refused',
      { method: 'POST', url: '/v1/comments', payload: { ...comment, Zanzibar: 1 } },
    ],
    ['broken JSON', { method: 'POST', url: '/v1/comments', payload: '{"body": "Zanzibar' }],
    [
      'an address with a key',
      { url: `/v1/counts?article=secret-article&siteKey=${keys.publicKey}`, headers: {} },
    ],
    ['an article', { url: '/v1/articles/secret-article' }],
    ['an unknown key', { url: '/v1/counts?article=a', headers: { 'x-site-key': 'pk_Zanzibar' } }],
    ['an unknown secret', { url: '/v1/policy', headers: { authorization: 'Bearer sk_Zanzibar' } }],
    [
      'a text that is tried',
      {
        method: 'POST',
        url: '/v1/policy/try',
        payload: { body: 'Zanzibar', policy: { words: { banned: ['Zanzibar'] } } },
        headers: { ...headers, authorization: `Bearer ${keys.secretKey}` },
      },
    ],
    [
      'a draft that is refused',
      {
        method: 'POST',
        url: '/v1/policy/try/latest',
        payload: { policy: { Zanzibar: 1, mode: 'Zoe' } },
        headers: { ...headers, authorization: `Bearer ${keys.secretKey}` },
      },
    ],
    ['an unknown address', { url: '/Zanzibar?Zoe' }],
    ['a bad address', { url: '/Zanzibar/%ff' }],
    [
      'a malformed key',
      {
        method: 'POST',
        url: '/v1/comments',
        payload: comment,
        headers: { ...headers, 'idempotency-key': 'Zoe Zanzibar' },
      },
    ],
  ])('says nothing private of %s', async (_, request) => {
    await app.inject({ headers, ...(request as object) });
    expect(written).not.toMatch(PRIVATE);
  });

  it('says nothing private of a failure within', async () => {
    const rows = await Rows.open(database.url);
    await rows.query('ALTER TABLE articles RENAME COLUMN external_id TO was_external_id');
    const response = await app.inject({
      method: 'POST',
      url: '/v1/comments',
      headers,
      payload: comment,
    });
    await rows.query('ALTER TABLE articles RENAME COLUMN was_external_id TO external_id');
    await rows.close();
    expect(response.statusCode).toBe(500);
    expect(response.json()).toMatchObject({
      code: 'INTERNAL_ERROR',
      instance: response.headers['x-request-id'],
    });
    expect(response.body).not.toMatch(/external_id|\bat /);
    const requestId = response.headers['x-request-id'];
    const stack = expect.stringMatching(/external_id/);
    const [failure, request] = lines();
    expect(failure).toMatchObject({ level: 'error', requestId, stack });
    expect(request).toMatchObject({ msg: 'request', requestId, status: 500 });
    expect(request).not.toHaveProperty('stack');
    expect(written).not.toMatch(PRIVATE);
  });
});

describe('X-Request-Id', () => {
  const answered = async (id: string) =>
    (await app.inject({ url: '/health/live', headers: { 'x-request-id': id } })).headers[
      'x-request-id'
    ];

  it.each(['a', 'trace-1.2_3', 'x'.repeat(100)])(
    'is kept when it is fit for a log: %j',
    async (id) => {
      expect(await answered(id)).toBe(id);
    },
  );

  it.each(['', 'a b', 'a\nb', '{"level":"fatal"}', 'x'.repeat(101), 'ü', '\u0000', '<b>'])(
    'is replaced when it is not: %j',
    async (id) => expect(await answered(id)).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
  );

  it('is another one for every request without one', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => app.inject('/health/live')));
    expect(new Set(ids.map(({ headers: { 'x-request-id': id } }) => id)).size).toBe(20);
  });

  it('is there also when the address cannot be read', async () => {
    const response = await app.inject({
      url: '/v1/articles/%ff',
      headers: { 'x-request-id': 'mine' },
    });
    expect(response.headers['x-request-id']).toBe('mine');
    expect(response.json()).toMatchObject({ instance: 'mine' });
  });
});
