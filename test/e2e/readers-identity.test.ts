import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { Client } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { NEW_SECRET, SECRET } from './support/reader-tokens.js';

const URL = '/v1/site/identity';
const NONE = { issuer: null, audience: null, jwksUrl: null, secrets: [] };

let service: TestService;
/** Every test has a site of its own. */
let client: Client;
beforeAll(async () => {
  service = await startService({ worker: false });
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
});
afterAll(() => service.stop());

describe('how a site signs its readers in', () => {
  it('is not set up until the site does it', async () => {
    const response = await client.get(URL, client.site);
    expect(response.json()).toEqual(NONE);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('is read as it was written, but for the secrets', async () => {
    const written = await client.put(URL, {
      ...{ issuer: 'https://news.example', audience: 'comments' },
      jwksUrl: 'https://news.example/jwks.json',
      secrets: [{ id: '2026-10', secret: SECRET }],
    });
    expect(written.statusCode, written.body).toBe(200);
    const read = await client.get(URL, client.site);
    for (const response of [written, read]) {
      expect(response.json()).toEqual({
        ...{ issuer: 'https://news.example', audience: 'comments' },
        jwksUrl: 'https://news.example/jwks.json',
        secrets: [{ id: '2026-10', createdAt: expect.stringMatching(/Z$/) }],
      });
      expect(response.body).not.toContain(SECRET);
    }
    expect((await new Client(service).get(URL, service.asSite)).json()).toEqual(NONE);
  });

  it('keeps a secret that is named, replaces one that is given, and forgets the rest', async () => {
    const ids = async (secrets: object[]): Promise<string[]> => {
      const response = await client.put(URL, { secrets });
      return response.json<{ secrets: { id: string }[] }>().secrets.map(({ id }) => id);
    };
    expect(await ids([{ id: 'a', secret: SECRET }])).toEqual(['a']);
    expect(await ids([{ id: 'a' }, { id: 'b', secret: NEW_SECRET }])).toEqual(['a', 'b']);
    expect(await ids([{ id: 'b' }])).toEqual(['b']);
    expectBroken(
      await client.put(URL, { secrets: [{ id: 'a' }] }),
      'secrets[0].secret',
      'isDefined',
    );
    expect(await ids([{ id: 'b' }])).toEqual(['b']);
    expect(await ids([])).toEqual([]);
  });

  it('is for the secret key alone', async () => {
    expectProblem(await client.get(URL, client.reader), 401, 'SECRET_KEY_REQUIRED');
    expectProblem(await client.put(URL, {}, client.reader), 401, 'SECRET_KEY_REQUIRED');
  });

  const secret = (value: unknown): object => ({ secrets: [{ id: 'a', secret: value }] });
  it.each<[string, string, object]>([
    ['secrets[0].secret', 'isSecret', secret('x'.repeat(31))],
    ['secrets[0].secret', 'isSecret', secret('x'.repeat(513))],
    ['secrets[0].secret', 'isSecret', secret(null)],
    ['secrets[0].secret', 'isSecret', secret(5)],
    ['secrets[0].id', 'matches', { secrets: [{ id: '../a', secret: SECRET }] }],
    ['secrets[0].id', 'matches', { secrets: [{ secret: SECRET }] }],
    [
      'secrets',
      'areDistinct',
      {
        secrets: [
          { id: 'a', secret: SECRET },
          { id: 'a', secret: NEW_SECRET },
        ],
      },
    ],
    [
      'secrets',
      'arrayMaxSize',
      { secrets: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, secret: SECRET })) },
    ],
    ['secrets', 'isArray', { secrets: null }],
    ['jwksUrl', 'isKeyAddress', { jwksUrl: 'http://news.example/jwks.json' }],
    ['jwksUrl', 'isKeyAddress', { jwksUrl: 'http://127.0.0.1.evil.example/jwks.json' }],
    ['jwksUrl', 'isKeyAddress', { jwksUrl: 'https://user:password@news.example/' }],
    ['jwksUrl', 'isKeyAddress', { jwksUrl: 'file:///etc/passwd' }],
    ['jwksUrl', 'isKeyAddress', { jwksUrl: 'jwks.json' }],
    ['issuer', 'maxLength', { issuer: 'x'.repeat(201) }],
    ['audience', 'isString', { audience: ['a'] }],
    ['algorithms', 'isKnownField', { algorithms: ['none'] }],
  ])('%s breaks %s: %j', async (field, rule, identity) => {
    const response = await client.put(URL, identity);
    expectBroken(response, field, rule);
    expect(response.body).not.toMatch(/x{31}|password@/);
    expect((await client.get(URL, client.site)).json()).toEqual(NONE);
  });

  it.each(['https://news.example/jwks.json', 'http://localhost:8080/keys', 'http://[::1]/keys'])(
    'takes keys from %s',
    async (jwksUrl) => {
      expect((await client.put(URL, { jwksUrl })).json()).toMatchObject({ jwksUrl });
    },
  );
});
