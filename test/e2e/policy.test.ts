import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#moderation';
import type { Policy } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { Client, type Headers, type Response } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

interface Answer {
  section: string | null;
  version: number;
  inherited: boolean;
  policy: Policy;
}

let service: TestService;
/** Every test has a site of its own, so that its versions begin at 0. */
let client: Client;
beforeAll(async () => {
  service = await startService({ worker: false });
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
});
afterAll(() => service.stop());

const address = (section?: string): string =>
  section === undefined ? '/v1/policy' : `/v1/policy?section=${encodeURIComponent(section)}`;
const read = async (section?: string): Promise<Answer> =>
  (await client.get(address(section), client.site)).json<Answer>();
const write = (policy: object, section?: string, headers: Headers = {}): Promise<Response> =>
  client.put(address(section), policy, { ...client.site, ...headers });
const withdraw = (section?: string, headers: Headers = {}): Promise<Response> =>
  client.send({ method: 'DELETE', url: address(section), headers: { ...client.site, ...headers } });

describe('the policy of a site', () => {
  it('is the shipped one, version 0, until one is written', async () => {
    const response = await client.get(address(), client.site);
    expect(response.headers).toMatchObject({ etag: '"0"', 'cache-control': 'no-store' });
    expect(response.json()).toEqual({
      section: null,
      version: 0,
      inherited: false,
      policy: DEFAULT_POLICY,
    });
  });

  it('is written whole, what is left out taking the shipped value', async () => {
    const response = await write({
      mode: 'review-first',
      words: { banned: ['turnip'] },
      thresholds: { threat: { hold: 0.5 }, capitals: { hold: 1, reject: null } },
      flood: { author: { perMinute: null } },
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe('"1"');
    const { thresholds, words, flood } = DEFAULT_POLICY;
    const policy: Policy = {
      ...DEFAULT_POLICY,
      mode: 'review-first',
      words: { ...words, banned: ['turnip'] },
      thresholds: {
        ...thresholds,
        threat: { hold: 0.5, reject: thresholds.threat.reject },
        capitals: { hold: 1, reject: null },
      },
      flood: { ...flood, author: { perMinute: null, perHour: flood.author.perHour } },
    };
    const answer = { section: null, version: 1, inherited: false, policy };
    expect(response.json()).toEqual(answer);
    expect(await read()).toEqual(answer);
    expect((await write({})).json()).toMatchObject({ version: 2, policy: DEFAULT_POLICY });
  });

  it('can be written back as it was read', async () => {
    const { policy } = await read();
    expect((await write(policy)).json()).toMatchObject({ version: 1, policy });
  });

  it('may have lists as long as the limits say', async () => {
    const banned = Array.from({ length: 10_000 }, (_, n) => `turnip number ${n}`);
    const response = await write({ words: { banned } });
    expect(response.statusCode).toBe(200);
    expect((await read()).policy.words.banned).toHaveLength(10_000);
  });

  it('is for the secret key alone', async () => {
    for (const headers of [client.reader, {}]) {
      expectProblem(await client.get(address(), headers), 401, 'SECRET_KEY_REQUIRED');
      expectProblem(await client.put(address(), {}, headers), 401, 'SECRET_KEY_REQUIRED');
      const request = { method: 'DELETE', url: address(), headers } as const;
      expectProblem(await client.send(request), 401, 'SECRET_KEY_REQUIRED');
    }
    expect((await read()).version).toBe(0);
  });

  it('is not another site’s', async () => {
    await write({ mode: 'closed' });
    const other = await client.anotherSite();
    expect((await other.get(address(), other.site)).json()).toMatchObject({ version: 0 });
  });

  it('goes back to the shipped one by DELETE, as a new version', async () => {
    await write({ mode: 'closed' });
    const response = await withdraw();
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ version: 0, policy: { mode: 'publish-first' } });
    expect((await write({})).json()).toMatchObject({ version: 3 });
  });
});

it('takes the shipped values of labels and settings that it was written before', async () => {
  await write({ mode: 'review-first' });
  const rows = await Rows.open(service.database.url);
  await rows.query(
    `INSERT INTO policies (site_id, section, version, document)
     SELECT site_id, section, version + 1, (document #- '{thresholds,not-scored}') - 'reports' - 'appeals'
     FROM policies ORDER BY created_at DESC LIMIT 1`,
  );
  await rows.close();
  const { version, policy } = await read();
  expect(version).toBe(2);
  expect(policy).toEqual({ ...DEFAULT_POLICY, mode: 'review-first' });
});

describe('the policy of a section', () => {
  it('is the site’s until it has one of its own, and again afterwards', async () => {
    await write({ mode: 'review-first' });
    const inherited = {
      section: 'sport',
      version: 1,
      inherited: true,
      policy: { mode: 'review-first' },
    };
    expect(await read('sport')).toMatchObject(inherited);
    await write({ mode: 'closed' }, 'sport');
    expect(await read('sport')).toMatchObject({
      version: 2,
      inherited: false,
      policy: { mode: 'closed' },
    });
    expect(await read()).toMatchObject({ version: 1, policy: { mode: 'review-first' } });
    expect(await read('news')).toMatchObject({ version: 1, inherited: true });
    expect((await withdraw('sport')).json()).toMatchObject(inherited);
    expect(await read('sport')).toMatchObject(inherited);
  });

  it.each(['__proto__', 'a/b&c=d', 'Spørt 🙂', 'x'.repeat(100)])(
    'may be called %j',
    async (section) => {
      await write({ mode: 'closed' }, section);
      expect(await read(section)).toMatchObject({
        section,
        inherited: false,
        policy: { mode: 'closed' },
      });
    },
  );
});

describe('If-Match', () => {
  it('lets a version be replaced only while it is in force', async () => {
    expect((await write({}, undefined, { 'if-match': '"0"' })).headers.etag).toBe('"1"');
    const late = { 'if-match': '"0"' };
    expectProblem(await write({}, undefined, late), 412, 'POLICY_CHANGED');
    expectProblem(await withdraw(undefined, late), 412, 'POLICY_CHANGED');
    expect((await write({}, undefined, { 'if-match': '*' })).headers.etag).toBe('"2"');
    expect((await withdraw(undefined, { 'if-match': '"2"' })).headers.etag).toBe('"0"');
  });

  it('gives exactly one of many writers at once the right', async () => {
    const writers = Array.from({ length: 10 }, () => write({}, undefined, { 'if-match': '"0"' }));
    const statuses = (await Promise.all(writers)).map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 412)]);
  });

  it.each(['0', 'W/"0"', '"x"', '"0", "1"', '"-1"', '"99999999999"', ''])(
    'may not be %j',
    async (ifMatch) => {
      const response = await write({}, undefined, { 'if-match': ifMatch });
      expectBroken(response, 'If-Match', 'isEntityTag');
      expect((await read()).version).toBe(0);
    },
  );
});

it('never gives two versions one number, over all sections of a site', async () => {
  const sections = [undefined, 'a', 'b', 'c'];
  const writers = Array.from({ length: 40 }, (_, n) => write({}, sections[n % sections.length]));
  const versions = (await Promise.all(writers)).map(({ headers }) => String(headers.etag));
  expect(new Set(versions).size).toBe(40);
  const last = Math.max(...versions.map((tag) => Number(tag.slice(1, -1))));
  expect(last).toBe(40);
});
