import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { Database } from '#database';
import { encryptStored, Secrets } from '#encryption';
import { CoralSecrets } from '#integrations';
import { JsonLogger } from '#logging';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { firstSiteId, signIn } from '../harness/moderators.js';
import { freePort, spawnService } from '../harness/processes.js';
import { startService, type TestService } from '../harness/service.js';
import { runToEnd } from '../harness/tool-run.js';
import { aComment, Client, type Response } from './support/client.js';
import { expectProblem } from './support/problems.js';
import { aToken, NEW_SECRET, SECRET } from './support/reader-tokens.js';
import { Rows } from './support/rows.js';

const API = 'dist/apps/api/src/main.js';
const TOOL = 'dist/apps/tools/src/encrypt-secrets/main.js';
const [KEY, NEW_KEY] = [0, 1].map(() => randomBytes(32).toString('base64')) as [string, string];
const CORAL = `empsec_${randomBytes(34).toString('hex')}`;

let service: TestService;
let rows: Rows;
/** A comment of before anything was encrypted, with the token of whoever wrote it. */
let first: { id: string; authorToken: string };
const apps: NestFastifyApplication[] = [];
const environment = (...keys: string[]) => ({
  DATABASE_URL: service.database.url,
  ENCRYPTION_KEYS: keys.join(','),
});

/** Another process of the service, as far as it can be one, that was started with these keys. */
async function processWith(...keys: string[]): Promise<{ client: Client; log: () => string }> {
  let written = '';
  const logger = new JsonLogger('error', 'test', { write: (line) => void (written += line) });
  const config = loadConfig({ ...environment(...keys), LIMIT_POSTS_PER_READER: 'off' });
  const app = await createApi(config, logger, ApiModule.forRoot(config));
  apps.push(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { client: new Client({ ...service, app }), log: () => written };
}

const bearing = (token: string) => ({ 'x-reader-token': token });
const token = (options: { key?: string; kid?: string } = {}): Promise<string> =>
  aToken(service.keys.publicKey, {}, options);

function askAsCoral(client: Client): Promise<Response> {
  const payload = JSON.stringify({
    ...{ action: 'NEW', comment: { body: '', parentID: null } },
    ...{ author: { id: 'author-1' }, story: { id: 'story-1' } },
  });
  const signed = createHmac('sha256', CORAL).update(payload).digest('hex');
  return client.send({
    ...{ method: 'POST', url: `/compat/${service.keys.publicKey}/coral/phase`, payload },
    headers: { 'content-type': 'application/json', 'x-coral-signature': `sha256=${signed}` },
  });
}

/** That whatever a secret is needed for works: a reader's token, an author's, Coral's signature. */
async function expectAllGood(client: Client): Promise<void> {
  const posted = await client.post(aComment(), bearing(await token()));
  expect(posted.statusCode, posted.body).toBe(202);
  const wrong = await client.post(aComment(), bearing(await token({ key: NEW_SECRET })));
  expectProblem(wrong, 401, 'READER_TOKEN_INVALID');
  const asAuthor = { ...client.reader, 'x-author-token': first.authorToken };
  const own = await client.get(`/v1/comments/${first.id}`, asAuthor);
  expect(own.json()).toMatchObject({ body: expect.any(String) });
  expect((await askAsCoral(client)).statusCode).toBe(200);
}

const stored = () =>
  rows.query<{ table: string; key: string | null }>(`
    SELECT 'readers' AS table, encryption_key_id AS key FROM site_identity_secrets
    UNION ALL SELECT 'coral', encryption_key_id FROM coral_secrets
    UNION ALL SELECT 'sites', encryption_key_id FROM sites`);

/** As the tool does, only sooner. */
async function encryptWith(key: string): Promise<void> {
  const secrets = new Secrets(loadConfig(environment(key)));
  await encryptStored(service.app.get(Database, { strict: false }), secrets);
}

describe('the secrets of sites', () => {
  beforeEach(async () => {
    service = await startService({ worker: false });
    rows = await Rows.open(service.database.url);
    const site = new Client(service);
    const identity = { secrets: [{ id: 'old', secret: SECRET }] };
    expect((await site.put('/v1/site/identity', identity)).statusCode).toBe(200);
    const by = (await signIn(service, { role: 'admin' })).id;
    const siteId = await firstSiteId(service);
    const coral = service.app.get(CoralSecrets, { strict: false });
    await coral.add({ siteId, secret: CORAL, by });
    first = (await site.post(aComment())).json();
  });
  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => app.close()));
    await rows.close();
    await service.stop();
  });

  it('stand in the clear without a key, and the API says so once', async () => {
    expect((await stored()).map(({ key }) => key)).toEqual([null, null, null]);
    expect(await rows.tablesWith(CORAL)).toEqual(['public.coral_secrets']);
    const port = String(await freePort());
    const readyUrl = `http://127.0.0.1:${port}/health/ready`;
    const env = { ...environment(), PORT: port };
    const api = await spawnService(API, env, { readyUrl, readyLine: 'ENCRYPTION_KEYS' });
    await api.kill('SIGTERM');
    expect(api.output.match(/ENCRYPTION_KEYS/g)).toHaveLength(1);
    expect(api.output).toContain('"level":"warn"');
  });

  it('go on working while they are encrypted, and with the key', async () => {
    const before = await processWith(KEY);
    await expectAllGood(before.client);
    expect(await runToEnd(TOOL, environment(KEY))).toEqual({
      ...{ code: 0, output: '3 secrets are encrypted under the first key, 3 of them since now.\n' },
    });
    expect(new Set((await stored()).map(({ key }) => key))).toEqual(
      new Set([expect.stringMatching(/^[0-9a-f]{16}$/)]),
    );
    for (const secret of [CORAL, SECRET].flatMap((text) => [
      text,
      Buffer.from(text).toString('hex'),
    ]))
      expect(await rows.tablesWith(secret)).toEqual([]);
    await expectAllGood(before.client);
    await expectAllGood((await processWith(KEY)).client);
  });

  it('go from one key to another', async () => {
    await encryptWith(KEY);
    const rotating = await processWith(NEW_KEY, KEY);
    await expectAllGood(rotating.client);
    const [older] = await stored();
    expect(await runToEnd(TOOL, environment(NEW_KEY, KEY))).toMatchObject({ code: 0 });
    expect((await stored()).some(({ key }) => key === older?.key)).toBe(false);
    expect((await runToEnd(TOOL, environment(NEW_KEY))).output).toContain(', 0 of them since now.');
    await expectAllGood((await processWith(NEW_KEY)).client);
  });

  it.each<[string, string[]]>([
    ['no key', []],
    ['another key', [KEY]],
  ])('are refused with %s, while reading goes on', async (_, keys) => {
    await encryptWith(NEW_KEY);
    const { client, log } = await processWith(...keys);
    const before = await rows.perTable();
    for (let n = 0; n < 2; n += 1) {
      for (const key of [SECRET, NEW_SECRET]) {
        const refused = await client.post(aComment(), bearing(await token({ key })));
        expectProblem(refused, 503, 'SECRET_UNREADABLE');
      }
      const named = await client.post(aComment(), bearing(await token({ kid: 'old' })));
      expectProblem(named, 503, 'SECRET_UNREADABLE');
      expectProblem(await client.post(aComment()), 503, 'SECRET_UNREADABLE');
      expectProblem(await askAsCoral(client), 503, 'SECRET_UNREADABLE');
      expect((await client.get(`/v1/comments/${first.id}`)).statusCode).toBe(200);
      expect((await client.get('/v1/counts?article=any')).statusCode).toBe(200);
      expect((await client.get('/health/ready')).statusCode).toBe(200);
    }
    expect(await rows.perTable()).toEqual(before);
    const lines = log().split('\n').filter(Boolean);
    expect(lines).toHaveLength(3);
    for (const table of ['site_identity_secrets', 'coral_secrets', 'sites'])
      expect(lines).toContainEqual(expect.stringContaining(`(${table}, site `));
    expect(log()).not.toMatch(/\bat .*:\d+/);
  });

  it('are told of at the start, which goes on, and left alone by the tool', async () => {
    await encryptWith(NEW_KEY);
    const port = String(await freePort());
    const readyUrl = `http://127.0.0.1:${port}/health/ready`;
    const env = { ...environment(KEY), PORT: port };
    const line = '3 secrets of sites are encrypted under keys that are not among ENCRYPTION_KEYS';
    const api = await spawnService(API, env, { readyUrl, readyLine: line });
    await api.kill('SIGTERM');
    const before = await stored();
    const tool = await runToEnd(TOOL, environment(KEY));
    expect(tool).toMatchObject({ code: 1, output: expect.stringContaining('3 cannot be read') });
    expect(await stored()).toEqual(before);
    expect(`${api.output}${tool.output}`).not.toContain(KEY);
  });

  it('work beside one that cannot be read, where it is known which is meant', async () => {
    await encryptWith(NEW_KEY);
    const identity = { secrets: [{ id: 'old' }, { id: 'new', secret: NEW_SECRET }] };
    const { client } = await processWith(NEW_KEY);
    expect((await client.put('/v1/site/identity', identity)).statusCode).toBe(200);
    await expectTaken(client, { key: SECRET });
    await expectTaken(client, { key: NEW_SECRET });
    await rows.query(
      `UPDATE site_identity_secrets SET encryption_key_id = 'gone' WHERE id = 'old'`,
    );
    const half = (await processWith(NEW_KEY)).client;
    await expectTaken(half, { key: NEW_SECRET });
    await expectTaken(half, { key: NEW_SECRET, kid: 'new' });
    const unsure = await half.post(aComment(), bearing(await token({ key: 'x'.repeat(32) })));
    expectProblem(unsure, 503, 'SECRET_UNREADABLE');
    const wrong = await token({ key: 'x'.repeat(32), kid: 'new' });
    expectProblem(await half.post(aComment(), bearing(wrong)), 401, 'READER_TOKEN_INVALID');
  });
});

async function expectTaken(client: Client, options: { key: string; kid?: string }): Promise<void> {
  const response = await client.post(aComment(), bearing(await token(options)));
  expect(response.statusCode, response.body).toBe(202);
}

describe('npm run encrypt:secrets', () => {
  it.each([
    [
      'no key',
      '',
      'Moderato: ENCRYPTION_KEYS must be set, as docs/secrets.md says: there is no key to encrypt with.\n',
    ],
    [
      'a key that is too short',
      'c2hvcnQ=',
      expect.stringMatching(/^Moderato: ENCRYPTION_KEYS must be [^\n]*number 1 has 5 bytes\.\n$/),
    ],
  ])('says in one sentence what is wrong with %s', async (_, key, output) => {
    expect(await runToEnd(TOOL, { ENCRYPTION_KEYS: key })).toEqual({ code: 1, output });
  });
});
