import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IssuedSiteKey, SiteKey, SiteKeyKind } from '#contract';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import { firstSiteId, signIn, type TestModerator } from '../harness/moderators.js';
import { freePort, spawnService } from '../harness/processes.js';
import { startService, type TestService } from '../harness/service.js';
import { runToEnd } from '../harness/tool-run.js';
import { until } from '../harness/until.js';
import type { Headers } from './support/client.js';
import { Console } from './support/console.js';
import { EventClient } from './support/event-client.js';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const API = 'dist/apps/api/src/main.js';
const MIGRATE = 'dist/apps/tools/src/migrate/main.js';

let service: TestService;
let api: Console;
/** Two processes that serve, beside the one in which the admin works. */
let addresses: string[];
/** Every test has a site of its own, with one page, which no other site knows: what CORS allows is said for all sites. */
let keys: SiteKeys;
let page: string;
let sites = 0;
let admin: TestModerator;

beforeAll(async () => {
  service = await startService({
    ...{ worker: false, settings: { MODERATO_SITE_ORIGINS: 'https://first.example' } },
  });
  api = new Console(service.app);
  addresses = await Promise.all([serve(), serve()]);
});
beforeEach(async () => {
  keys = newSiteKeys();
  page = `https://courier-${(sites += 1)}.example`;
  await ensureSite(service.database.url, keys, [page]);
  const siteId = await firstSiteId({ app: service.app, keys });
  admin = await signIn(service, { role: 'admin', siteId });
});
afterAll(() => service.stop());

async function serve(): Promise<string> {
  const port = String(await freePort());
  const env = { DATABASE_URL: service.database.url, PORT: port, LOG_LEVEL: 'error' };
  const address = `http://127.0.0.1:${port}`;
  await spawnService(API, env, { readyUrl: `${address}/health/ready` });
  return address;
}

const issue = async (kind: SiteKeyKind): Promise<IssuedSiteKey> =>
  (await api.post('/site/keys', { kind }, admin.headers)).json();
const idOf = async (kind: SiteKeyKind): Promise<string> => {
  const listed = await api.get('/site/keys', admin.headers);
  return listed.json<SiteKey[]>().find((key) => key.kind === kind)?.id ?? '';
};
const revoke = async (id: string): Promise<void> => {
  expect((await api.remove(`/site/keys/${id}`, admin.headers)).statusCode).toBe(204);
};
const setOrigins = async (origins: string[]): Promise<void> => {
  const { statusCode, body } = await api.patch('/site', { origins }, admin.headers);
  expect(statusCode, body).toBe(200);
};
/** Asks every process, and gives the statuses. */
const ask = (path: string, headers: Headers): Promise<number[]> =>
  Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(`${address}${path}`, { headers });
      await response.arrayBuffer();
      return response.status;
    }),
  );
/** Waits until every process answers so. What is kept for two seconds at most may take longer here: others work beside. */
const answersWith = (status: number, path: string, headers: Headers): Promise<boolean> =>
  until(async () => (await ask(path, headers)).every((one) => one === status), {
    what: `${status} of ${path} everywhere`,
  });
const openStreams = async (path: string, headers: Headers): Promise<EventClient[]> => {
  const streams = await Promise.all(
    addresses.map((address) => EventClient.open(`${address}${path}`, headers)),
  );
  expect(streams.map(({ response }) => response.status)).toEqual([200, 200]);
  return streams;
};
const end = (streams: EventClient[]): Promise<boolean> =>
  until(() => streams.every(({ ended }) => ended), { what: 'the end of every stream' });

const COUNTS = '/v1/counts?article=a';
const STREAM = '/v1/articles/a/stream';
const COUNTS_STREAM = `/v1/counts/stream?article=a`;

describe('a key that is revoked', () => {
  it('is refused by every process soon, and its streams end', async () => {
    const reader = { 'x-site-key': keys.publicKey };
    const id = await idOf('public');
    const next = { 'x-site-key': (await issue('public')).key };
    // Asked twice, the second time it is answered from what is kept.
    for (const path of [COUNTS, COUNTS, '/v1/articles/a/comments'])
      expect(await ask(path, reader)).toEqual([200, 200]);
    const ending = [
      ...(await openStreams(STREAM, reader)),
      ...(await openStreams(COUNTS_STREAM, reader)),
    ];
    const staying = await openStreams(STREAM, next);
    await revoke(id);
    await Promise.all([answersWith(401, COUNTS, reader), end(ending)]);
    expect(await ask(COUNTS, next)).toEqual([200, 200]);
    expect(staying.map(({ ended }) => ended)).toEqual([false, false]);
    for (const stream of staying) stream.close();
  });

  it('is refused if it is a secret one too, wherever it was good', async () => {
    const site = { authorization: `Bearer ${keys.secretKey}` };
    const id = await idOf('secret');
    const { key } = await issue('secret');
    expect(await ask('/v1/policy', site)).toEqual([200, 200]);
    expect(await ask(COUNTS, site)).toEqual([200, 200]);
    const streams = await openStreams(STREAM, site);
    await revoke(id);
    await Promise.all([answersWith(401, '/v1/policy', site), end(streams)]);
    expect(await ask(COUNTS, site)).toEqual([401, 401]);
    expect(await ask('/v1/policy', { authorization: `Bearer ${key}` })).toEqual([200, 200]);
  });
});

describe('another list of origins', () => {
  it('lets pages in and out of every process soon, with their streams', async () => {
    const from = (origin: string): Headers => ({ 'x-site-key': keys.publicKey, origin });
    const other = 'https://other.example';
    expect(await ask(COUNTS, from(page))).toEqual([200, 200]);
    expect(await ask(COUNTS, from(other))).toEqual([403, 403]);
    const ending = await openStreams(STREAM, from(page));
    await setOrigins([other]);
    await Promise.all([
      answersWith(403, COUNTS, from(page)),
      answersWith(200, COUNTS, from(other)),
      end(ending),
    ]);
    const cors = (origin: string): Promise<unknown[]> =>
      Promise.all(
        addresses.map(async (address) => {
          const { headers } = await fetch(`${address}${COUNTS}`, { headers: from(origin) });
          return [
            headers.get('access-control-allow-origin'),
            headers.get('access-control-allow-credentials'),
          ];
        }),
      );
    const told = async () => JSON.stringify([await cors(other), await cors(page)]);
    const [yes, no] = [
      [other, 'true'],
      [null, null],
    ];
    const due = JSON.stringify([
      [yes, yes],
      [no, no],
    ]);
    await until(async () => (await told()) === due, { what: 'what browsers are told' });
  });

  it('tells pages that only * lets in that their cookies stay at home, also in answers that are kept', async () => {
    const headers = { 'x-site-key': keys.publicKey, origin: page };
    const credentials = (): Promise<(string | null)[]> =>
      Promise.all(
        addresses.map(async (address) => {
          const answer = await fetch(`${address}${COUNTS}`, { headers });
          return answer.headers.get('access-control-allow-credentials');
        }),
      );
    expect(await credentials()).toEqual(['true', 'true']);
    await setOrigins(['*']);
    await until(async () => (await credentials()).every((value) => value === null), {
      what: 'answers without cookies',
    });
  });
});

describe('an operator whose environment names a revoked key', () => {
  it('is told once what to do, by migrate and by the API, which start nevertheless', async () => {
    const id = await idOf('secret');
    const { key } = await issue('secret');
    await revoke(id);
    const port = String(await freePort());
    const env = {
      ...{ DATABASE_URL: service.database.url, PORT: port },
      ...{ MODERATO_SITE_KEY: keys.publicKey, MODERATO_SITE_SECRET: keys.secretKey },
    };
    const sentence =
      'The key of MODERATO_SITE_SECRET was revoked, and stays so: set both to keys in force, which the console’s page Site makes, or leave both out.';
    const { code, output } = await runToEnd(MIGRATE, env);
    expect({ code, output }).toEqual({
      code: 0,
      output: `The database is up to date.\n${sentence}\n`,
    });
    const address = `http://127.0.0.1:${port}`;
    const started = await spawnService(API, env, { readyUrl: `${address}/health/ready` });
    await until(() => started.output.includes(sentence), { what: 'the sentence' });
    expect(started.output).not.toContain(keys.secretKey);
    const old = await fetch(`${address}/v1/policy`, {
      headers: { authorization: `Bearer ${keys.secretKey}` },
    });
    expect(old.status).toBe(401);
    const mended = await runToEnd(MIGRATE, { ...env, MODERATO_SITE_SECRET: key });
    expect(mended).toEqual({ code: 0, output: 'The database is up to date.\n' });
  });

  it('is told that other origins were set in the console', async () => {
    await setOrigins(['https://console.example']);
    const { code, output } = await runToEnd(MIGRATE, {
      ...{ DATABASE_URL: service.database.url, MODERATO_SITE_ORIGINS: page },
      ...{ MODERATO_SITE_KEY: keys.publicKey, MODERATO_SITE_SECRET: keys.secretKey },
    });
    expect(code).toBe(0);
    expect(output).toContain(
      'MODERATO_SITE_ORIGINS does not count: an admin has set other origins',
    );
    const told = await api.get('/site', admin.headers);
    expect(told.json()).toMatchObject({ origins: ['https://console.example'] });
  });
});
