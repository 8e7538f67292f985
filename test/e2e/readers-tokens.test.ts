import { createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Headers, type Response } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import {
  aToken,
  KeyServer,
  later,
  NEW_SECRET,
  part,
  SECRET,
  type SigningKey,
  signingKey,
  type TokenOptions,
} from './support/reader-tokens.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
let rows: Rows;
let keys: KeyServer;
let rsa: SigningKey;
let ec: SigningKey;
let audience: string;
beforeAll(async () => {
  keys = await KeyServer.start();
  [rsa, ec] = await Promise.all([signingKey('RS256', 'rsa-1'), signingKey('ES256', 'ec-1')]);
  keys.keys = [rsa.jwk, ec.jwk];
  service = await startService({
    worker: false,
    settings: { LIMIT_POSTS_PER_READER: 'off' },
  });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  audience = service.keys.publicKey;
  await setUp(client, { secrets: [{ id: 'old', secret: SECRET }], jwksUrl: keys.url });
});
afterAll(async () => {
  await rows.close();
  await service.stop();
  await keys.stop();
});

async function setUp(site: Client, identity: object): Promise<void> {
  const response = await site.put('/v1/site/identity', identity);
  expect(response.statusCode, response.body).toBe(200);
}
const bearing = (token: string): Headers => ({ 'x-reader-token': token });
const postAs = (token: string, changes: object = {}, site = client): Promise<Response> =>
  site.post(aComment({ ...changes }), bearing(token));
const token = (claims: object = {}, options: TokenOptions = {}): Promise<string> =>
  aToken(audience, { ...claims }, options);

async function expectTaken(response: Response): Promise<string> {
  expect(response.statusCode, response.body).toBe(202);
  return response.json<{ id: string }>().id;
}
function expectInvalid(response: Response, rule: string, given: string): void {
  expectProblem(response, 401, 'READER_TOKEN_INVALID', [{ field: 'X-Reader-Token', rule }]);
  // The end is the signature; the start is the same for all.
  expect(response.body).not.toContain(given.slice(-20) || 'no token at all');
}

/** The author that was stored with a comment. */
async function authorOf(id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await rows.query(
    `SELECT identity, vouched, author.name, email, badge, first_seen_at, comment.author_name
     FROM comments AS comment JOIN authors AS author ON author.id = comment.author_id
     WHERE comment.id = $1`,
    [id],
  );
  return row;
}

describe('a token of the site', () => {
  it.each<[string, () => Promise<string>]>([
    ['HS256', () => token()],
    ['HS256 and a kid', () => token({}, { kid: 'old' })],
    ['RS256', () => token({}, { alg: 'RS256', key: rsa.privateKey, kid: 'rsa-1' })],
    ['RS256 without a kid', () => token({}, { alg: 'RS256', key: rsa.privateKey })],
    ['ES256', () => token({}, { alg: 'ES256', key: ec.privateKey, kid: 'ec-1' })],
  ])('with %s says who writes', async (_, make) => {
    const id = await expectTaken(await postAs(await make()));
    expect(await authorOf(id)).toMatchObject({
      ...{ identity: 'jwt:7', vouched: true, name: 'Ann', author_name: 'Ann' },
    });
  });

  it('brings e-mail address, badge and the age of the account along', async () => {
    const claims = {
      sub: 'b',
      email: 'ann@news.example',
      role: 'journalist',
      createdAt: 1_500_000_000,
    };
    const id = await expectTaken(await postAs(await token(claims)));
    expect(await authorOf(id)).toMatchObject({
      ...{ email: 'ann@news.example', badge: 'journalist' },
      first_seen_at: new Date(1_500_000_000_000),
    });
  });

  it('renews what an older one said, and makes no author older than known', async () => {
    const first = { sub: 'c', role: 'staff', createdAt: '2020-01-01T00:00:00Z' };
    const id = await expectTaken(await postAs(await token(first)));
    const second = { sub: 'c', name: 'Ann Smith', createdAt: '2024-01-01' };
    await expectTaken(await postAs(await token(second)));
    expect(await authorOf(id)).toMatchObject({
      ...{ name: 'Ann Smith', badge: null, author_name: 'Ann' },
      first_seen_at: new Date('2020-01-01'),
    });
  });

  it('may be for the site’s id, and among several audiences', async () => {
    const [site] = await rows.query<{ id: string }>('SELECT site_id AS id FROM site_keys LIMIT 1');
    await expectTaken(await postAs(await aToken(String(site?.id))));
    await expectTaken(await postAs(await token({ aud: ['someone', audience] })));
  });

  it('allows for a minute between the clocks', async () => {
    await expectTaken(await postAs(await token({ exp: later(-50), iat: later(-100) })));
    await expectTaken(await postAs(await token({ iat: later(50), nbf: later(50) })));
  });

  it('makes the author of the body superfluous, and refuses another', async () => {
    await expectTaken(await postAs(await token(), { author: { name: 'Ann' } }));
    const other = await postAs(await token(), { author: { name: 'Bob' } });
    expectBroken(other, 'author.name', 'equalsToken');
    const email = await postAs(await token(), { author: { email: 'bob@news.example' } });
    expectBroken(email, 'author.email', 'equalsToken');
  });

  it('lets its reader see, edit and delete without an author token, and nobody else', async () => {
    const id = await expectTaken(await postAs(await token({ sub: 'mine' }), { body: 'Mine.' }));
    const mine = { ...client.reader, ...bearing(await token({ sub: 'mine' })) };
    const other = { ...client.reader, ...bearing(await token({ sub: 'other' })) };
    expect((await client.get(`/v1/comments/${id}`, mine)).json()).toMatchObject({ body: 'Mine.' });
    expect((await client.get(`/v1/comments/${id}`, other)).json()).toMatchObject({ body: null });
    expectProblem(await client.patch(id, 'No.', { ...other, prefer: '' }), 403, 'NOT_THE_AUTHOR');
    expectProblem(await client.remove(id, other), 403, 'NOT_THE_AUTHOR');
    expect((await client.patch(id, 'Still mine.', { ...mine, prefer: '' })).statusCode).toBe(202);
    expect((await client.remove(id, mine)).statusCode).toBe(204);
  });

  it('is not the same reader as an unsigned one of the same name', async () => {
    const id = await expectTaken(await postAs(await token()));
    const typed = await client.submit({ author: { name: 'Ann' } });
    expect((await authorOf(typed.id))?.['identity']).not.toBe((await authorOf(id))?.['identity']);
  });

  it('gives two readers who use one Idempotency-Key no comment of each other', async () => {
    const key = { 'idempotency-key': 'the-same-key' };
    const body = aComment();
    const first = await client.post(body, { ...key, ...bearing(await token({ sub: 'one' })) });
    const again = await client.post(body, { ...key, ...bearing(await token({ sub: 'one' })) });
    expect(again.json()).toEqual(first.json());
    const other = await client.post(body, { ...key, ...bearing(await token({ sub: 'two' })) });
    expectProblem(other, 422, 'IDEMPOTENCY_KEY_REUSED');
  });
});

describe('a token is refused', () => {
  const unsigned = (header: object, claims: object = {}): string =>
    `${part(header)}.${part({ sub: '7', aud: audience, exp: later(600), ...claims })}.`;
  /** An HMAC over the public key that everybody can fetch. */
  const confused = (format: 'pem' | 'jwk'): Promise<string> => {
    const pem = createPublicKey({ key: rsa.jwk as never, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    const key = format === 'pem' ? pem : JSON.stringify(rsa.jwk);
    return token({}, { key, kid: 'rsa-1' });
  };

  it.each<[string, string, () => Promise<string> | string]>([
    ['that says it needs no signature', 'algorithm', () => unsigned({ alg: 'none' })],
    ['that says so in capitals', 'algorithm', () => unsigned({ alg: 'NONE' })],
    ['without an algorithm', 'algorithm', () => unsigned({ typ: 'JWT' })],
    [
      'whose signature was taken off',
      'signature',
      async () => (await token()).replace(/[^.]*$/, ''),
    ],
    ['that is signed with the public key as PEM', 'key', () => confused('pem')],
    ['that is signed with the public key as JWK', 'key', () => confused('jwk')],
    [
      'that claims RS256 over an HMAC',
      'signature',
      async () => {
        const [, claims, mac] = (await token()).split('.');
        return [part({ alg: 'RS256', kid: 'rsa-1' }), claims, mac].join('.');
      },
    ],
    [
      'of the wrong kind of key',
      'key',
      () => token({}, { alg: 'ES256', key: ec.privateKey, kid: 'rsa-1' }),
    ],
    ['with HS512', 'algorithm', () => token({}, { alg: 'HS512', key: SECRET.repeat(2) })],
    [
      'with PS256',
      'algorithm',
      async () => (await token()).replace(/^[^.]*/, part({ alg: 'PS256' })),
    ],
    [
      'that brings its own key',
      'key',
      async () => {
        const own = await signingKey('RS256', 'own');
        const header = { jwk: own.jwk, jku: 'https://evil.example/jwks.json' };
        return token({}, { alg: 'RS256', key: own.privateKey, kid: 'own', header });
      },
    ],
    [
      'with a key of another kid',
      'signature',
      async () => {
        const own = await signingKey('RS256', 'rsa-1');
        return token({}, { alg: 'RS256', key: own.privateKey, kid: 'rsa-1' });
      },
    ],
    ['with a secret that nobody has', 'signature', () => token({}, { key: NEW_SECRET })],
    ['with a kid that nobody has', 'key', () => token({}, { kid: 'older' })],
    ['with a kid that is a path', 'key', () => token({}, { kid: '../../dev/null' })],
    [
      'whose claims were changed',
      'signature',
      async () => {
        const [header, , mac] = (await token()).split('.');
        return [header, part({ sub: 'admin', aud: audience, exp: later(600) }), mac].join('.');
      },
    ],
    [
      'with extensions that must be understood',
      'isToken',
      async () =>
        (await token()).replace(/^[^.]*/, part({ alg: 'HS256', crit: ['exp2'], exp2: 1 })),
    ],
    ['that is none', 'isToken', () => 'x'],
    ['that is empty', 'isToken', () => ''],
    ['that is encrypted', 'isToken', () => 'a.b.c.d.e'],
    ['that is very long', 'maxLength', () => token({ filler: 'x'.repeat(5000) })],
    ['for another site', 'audience', () => aToken('pk_000000000000000000000000')],
    ['for nobody', 'audience', () => token({ aud: undefined })],
    ['that never expires', 'expiry', () => token({ exp: undefined })],
    ['that expires in words', 'expiry', () => token({ exp: 'tomorrow' })],
    ['that expires in two days', 'expiry', () => token({ exp: later(2 * 86_400) })],
    ['that expired over a minute ago', 'expired', () => token({ exp: later(-70) })],
    ['that is not valid yet', 'notYet', () => token({ nbf: later(70) })],
    ['from the future', 'notYet', () => token({ iat: later(70) })],
    ['without a subject', 'subject', () => token({ sub: undefined })],
    ['with an empty subject', 'subject', () => token({ sub: '' })],
    ['with a subject of controls', 'subject', () => token({ sub: 'a\u0000b' })],
    ['with a very long subject', 'subject', () => token({ sub: 'x'.repeat(256) })],
    ['with a number as its subject', 'subject', () => token({ sub: 7 })],
    ['with a very long name', 'name', () => token({ name: 'x'.repeat(101) })],
    ['with an object as its name', 'name', () => token({ name: { toString: 1 } })],
    ['with half an e-mail address', 'email', () => token({ email: 'ann@' })],
    ['with a role that nobody knows', 'role', () => token({ role: 'admin' })],
    ['with an age in words', 'createdAt', () => token({ createdAt: 'long ago' })],
  ])('%s: %s', async (_, rule, make) => {
    const given = await make();
    expectInvalid(await postAs(given), rule, given);
    const read = await client.get('/v1/comments/x', { ...client.reader, ...bearing(given) });
    expect(read.statusCode).toBe(401);
  });

  it('without keys to verify it, by a site that has set up none', async () => {
    const other = await client.anotherSite();
    const given = await token();
    expectInvalid(await postAs(given, {}, other), 'isNotSetUp', given);
  });

  it('that was made for another site, though both share a secret', async () => {
    const other = await client.anotherSite();
    await setUp(other, { secrets: [{ id: 'old', secret: SECRET }] });
    const given = await token();
    expectInvalid(await postAs(given, {}, other), 'audience', given);
  });

  it('from another issuer than the one that is set up', async () => {
    const site = await client.anotherSite();
    const own = String(site.reader['x-site-key']);
    const secrets = [{ id: 'old', secret: SECRET }];
    await setUp(site, { secrets, issuer: 'https://news.example', audience: 'comments' });
    const iss = 'https://news.example';
    await expectTaken(await postAs(await aToken('comments', { iss }), {}, site));
    const wrong = await aToken('comments', { iss: 'https://evil.example' });
    expectInvalid(await postAs(wrong, {}, site), 'issuer', wrong);
    const none = await aToken('comments');
    expectInvalid(await postAs(none, {}, site), 'issuer', none);
    // The audience that is set up stands in the place of the site's keys.
    const byKey = await aToken(own, { iss });
    expectInvalid(await postAs(byKey, {}, site), 'audience', byKey);
  });
});

describe('secrets rotate', () => {
  it('with both valid in between, and without the old one afterwards', async () => {
    const site = await client.anotherSite();
    const aud = String(site.reader['x-site-key']);
    const [byOld, byNew] = [await aToken(aud), await aToken(aud, {}, { key: NEW_SECRET })];
    await setUp(site, { secrets: [{ id: 'old', secret: SECRET }] });
    await expectTaken(await postAs(byOld, {}, site));
    expectInvalid(await postAs(byNew, {}, site), 'signature', byNew);
    await setUp(site, { secrets: [{ id: 'old' }, { id: 'new', secret: NEW_SECRET }] });
    await expectTaken(await postAs(byOld, {}, site));
    await expectTaken(await postAs(byNew, {}, site));
    await setUp(site, { secrets: [{ id: 'new' }] });
    expectInvalid(await postAs(byOld, {}, site), 'signature', byOld);
    await expectTaken(await postAs(byNew, {}, site));
  });
});

describe('public keys', () => {
  const signed = (key: SigningKey, aud: string): Promise<string> =>
    aToken(aud, {}, { alg: 'ES256', key: key.privateKey, kid: String(key.jwk.kid) });

  async function aSite(server: KeyServer): Promise<[Client, string]> {
    const site = await client.anotherSite();
    await setUp(site, { jwksUrl: server.url });
    return [site, String(site.reader['x-site-key'])];
  }

  it('are fetched once for many tokens', async () => {
    const server = await KeyServer.start();
    server.keys = [ec.jwk];
    const [site, aud] = await aSite(server);
    const given = await signed(ec, aud);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => postAs(given, {}, site)));
    for (const answer of answers) await expectTaken(answer);
    expect(server.asked).toBe(1);
    await server.stop();
  });

  it('that cannot be had are our trouble and not the token’s', async () => {
    const server = await KeyServer.start();
    const [site, aud] = await aSite(server);
    const given = await signed(ec, aud);
    for (const instead of [
      { status: 500, body: '' },
      { status: 200, body: 'nonsense' },
      { status: 200, body: '{}' },
    ]) {
      server.instead = instead;
      const answer = await postAs(given, {}, site);
      expectProblem(answer, 503, 'READER_KEYS_UNAVAILABLE');
      expect(answer.headers['retry-after']).toBe('2');
    }
    expect(server.asked, 'a server that fails is left alone for a while').toBe(1);
    await server.stop();
    expectProblem(await postAs(given, {}, site), 503, 'READER_KEYS_UNAVAILABLE');
    await expectTaken(await site.post(aComment()));
  });

  it('are not used for HS256 by a site that has no secrets', async () => {
    const server = await KeyServer.start();
    server.keys = [{ kty: 'oct', k: part('x'.repeat(40)), kid: 'oct', alg: 'HS256' }];
    const [site, aud] = await aSite(server);
    const given = await aToken(aud, {}, { key: 'x'.repeat(40), kid: 'oct' });
    expectInvalid(await postAs(given, {}, site), 'algorithm', given);
    expect(server.asked).toBe(0);
    await server.stop();
  });
});
