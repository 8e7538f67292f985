import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage, IssuedSiteKey, Role, SiteKey, SiteKeyKind } from '#contract';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import { firstSiteId, signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import type { Headers, Response } from './support/client.js';
import { Console } from './support/console.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

let service: TestService;
let api: Console;
let rows: Rows;
/** Every test has a site of its own. */
let keys: SiteKeys;
let site: string;
let admin: TestModerator;

beforeAll(async () => {
  service = await startService({ worker: false });
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  keys = newSiteKeys();
  site = await newSite(keys);
  admin = await join('admin');
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function newSite(of: SiteKeys): Promise<string> {
  await ensureSite(service.database.url, of, ['*']);
  return firstSiteId({ app: service.app, keys: of });
}

const join = (role: Role, siteId = site): Promise<TestModerator> =>
  signIn(service, { role, siteId });
const issue = async (kind: SiteKeyKind, by = admin): Promise<IssuedSiteKey> => {
  const response = await api.post('/site/keys', { kind, site }, by.headers);
  expect(response.statusCode, response.body).toBe(201);
  return response.json();
};
const list = async (by = admin): Promise<SiteKey[]> =>
  (await api.get(`/site/keys?site=${site}`, by.headers)).json();
const inForce = async (kind: SiteKeyKind): Promise<SiteKey[]> =>
  (await list()).filter((key) => key.kind === kind && key.revokedAt === null);
const revoke = (id: string, by = admin): Promise<Response> =>
  api.remove(`/site/keys/${id}`, by.headers);
const first = async (kind: SiteKeyKind): Promise<SiteKey> => (await inForce(kind)).at(-1)!;

const withPublic = (key: string) => api.get('/counts?article=a', { 'x-site-key': key });
const withSecret = (key: string) => api.get('/policy', { authorization: `Bearer ${key}` });
const fingerprintOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 8);

describe('the keys of a site', () => {
  it('are told whole where they are public, and else by what tells one from another', async () => {
    const response = await api.get('/site/keys', admin.headers);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.body).not.toContain(keys.secretKey);
    const told = {
      ...{ id: expect.any(String), createdAt: expect.any(String), createdBy: null },
      ...{ revokedAt: null, revokedBy: null },
    };
    const { publicKey, secretKey } = keys;
    expect(response.json()).toEqual([
      {
        ...{ ...told, kind: 'secret', publicKey: null, lastUsedAt: null },
        ...{ hint: secretKey.slice(-4), fingerprint: fingerprintOf(secretKey) },
      },
      {
        ...{ ...told, kind: 'public', publicKey, hint: null, fingerprint: null },
        lastUsedAt: expect.any(String),
      },
    ]);
  });

  it('are made beside those that are there, and work at once', async () => {
    const madePublic = await issue('public');
    expect(madePublic.key).toMatch(/^pk_[0-9a-f]{24}$/);
    expect(madePublic).toMatchObject({ kind: 'public', publicKey: madePublic.key, hint: null });
    const { key, ...told } = await issue('secret');
    expect(key).toMatch(/^sk_[0-9a-f]{64}$/);
    expect(told).toEqual({
      ...{ id: expect.any(String), kind: 'secret', publicKey: null, hint: key.slice(-4) },
      ...{ fingerprint: fingerprintOf(key), createdAt: expect.any(String), createdBy: admin.name },
      ...{ lastUsedAt: null, revokedAt: null, revokedBy: null },
    });
    for (const known of [keys.publicKey, madePublic.key])
      expect((await withPublic(known)).statusCode).toBe(200);
    for (const known of [keys.secretKey, key])
      expect((await withSecret(known)).statusCode).toBe(200);
    const listed = await api.get('/site/keys', admin.headers);
    expect(listed.body).not.toContain(key);
    expect(
      listed
        .json<SiteKey[]>()
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([told.id, madePublic.id]);
    expect(await rows.tablesWith(key)).toEqual([]);
  });

  it('say since when they are used, true to a minute', async () => {
    const { id, key } = await issue('secret');
    const used = async () => (await list()).find((one) => one.id === id)?.lastUsedAt ?? null;
    expect(await used()).toBeNull();
    await withSecret(key);
    const at = await until(used, { what: 'the first use' });
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(30_000);
    const hourAgo = `UPDATE site_keys SET last_used_at = now() - interval '1 hour' WHERE id = $1`;
    await rows.query(hourAgo, [id]);
    await until(
      async () => {
        await withSecret(key);
        return Date.parse((await used()) ?? '') > Date.now() - 30_000;
      },
      { what: 'a later use' },
    );
  });

  it('stop soon once they are revoked, and stay in the list with who did it', async () => {
    const second = await join('admin');
    for (const [kind, old, ask] of [
      ['public', keys.publicKey, withPublic],
      ['secret', keys.secretKey, withSecret],
    ] as const) {
      const { id } = await first(kind);
      const { key } = await issue(kind);
      expect((await ask(old)).statusCode).toBe(200);
      expect((await revoke(id, second)).statusCode).toBe(204);
      await until(async () => (await ask(old)).statusCode === 401, {
        what: `the end of the ${kind} key`,
      });
      expectProblem(
        await ask(old),
        401,
        kind === 'public' ? 'SITE_KEY_UNKNOWN' : 'SECRET_KEY_UNKNOWN',
      );
      expect((await ask(key)).statusCode).toBe(200);
      const revoked = (await list()).find((one) => one.id === id);
      expect(revoked).toMatchObject({ revokedAt: expect.any(String), revokedBy: second.name });
      expectProblem(await revoke(id), 404, 'SITE_KEY_NOT_FOUND');
    }
    expect((await list()).map(({ revokedAt }) => revokedAt !== null)).toEqual([
      ...[false, false, true, true],
    ]);
  });

  it.each<SiteKeyKind>(['public', 'secret'])(
    'are never without a %s one in force, and the refusal says what to do',
    async (kind) => {
      const { id } = await first(kind);
      // Of the other kind there may be as many as one likes.
      await issue(kind === 'public' ? 'secret' : 'public');
      const { detail } = expectProblem(await revoke(id), 409, 'LAST_SITE_KEY');
      expect(detail).toContain(`the only ${kind} key in force`);
      expect(detail).toContain('make a new one');
      const { id: next } = await issue(kind);
      expect((await revoke(id)).statusCode).toBe(204);
      expectProblem(await revoke(next), 409, 'LAST_SITE_KEY');
    },
  );

  it('have one left of many that are revoked at once', async () => {
    for (let n = 0; n < 3; n += 1) await issue('secret');
    const ids = (await inForce('secret')).map(({ id }) => id);
    const answers = await Promise.all(ids.map((id) => revoke(id)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 204, 204, 409]);
    expect(await inForce('secret')).toHaveLength(1);
  });

  it('are ten of a kind at most, until one is revoked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        api.post('/site/keys', { kind: 'public', site }, admin.headers),
      ),
    );
    const refused = answers.filter(({ statusCode }) => statusCode !== 201);
    expect(refused).toHaveLength(3);
    for (const answer of refused) expectBroken(answer, 'kind', 'maximum');
    await issue('secret');
    await revoke((await first('public')).id);
    await issue('public');
  });

  it('are for admins, each of their own sites', async () => {
    const { id } = await issue('secret');
    for (const { headers } of [await join('lead'), await join('moderator')])
      for (const answer of [
        await api.get(`/site/keys?site=${site}`, headers),
        await api.post('/site/keys', { kind: 'secret', site }, headers),
        await api.remove(`/site/keys/${id}`, headers),
      ])
        expectProblem(answer, 403, 'ROLE_REQUIRED');
    const stranger = await join('admin', await newSite(newSiteKeys()));
    const { headers } = stranger;
    expectProblem(await api.get(`/site/keys?site=${site}`, headers), 403, 'ROLE_REQUIRED');
    const made = await api.post('/site/keys', { kind: 'secret', site }, headers);
    expectProblem(made, 403, 'ROLE_REQUIRED');
    expectProblem(await revoke(id, stranger), 404, 'SITE_KEY_NOT_FOUND');
    expectProblem(await api.get('/site/keys'), 401, 'SESSION_REQUIRED');
    const asSite = { authorization: `Bearer ${keys.secretKey}` };
    const bySecret = await api.post('/site/keys', { kind: 'secret' }, asSite);
    expectProblem(bySecret, 401, 'SESSION_REQUIRED');
    expect(await inForce('secret')).toHaveLength(2);
  });

  it('are made and revoked by nobody who cannot prove to be the console', async () => {
    const { id } = await issue('secret');
    const { cookie } = admin.headers;
    const other = (await join('admin')).headers['x-csrf-token'];
    for (const headers of [{ cookie }, { cookie, 'x-csrf-token': other }] as Headers[]) {
      const made = await api.post('/site/keys', { kind: 'secret', site }, headers);
      expectProblem(made, 403, 'CSRF_TOKEN_WRONG');
      expectProblem(await api.remove(`/site/keys/${id}`, headers), 403, 'CSRF_TOKEN_WRONG');
    }
    const foreign = { ...admin.headers, origin: 'https://elsewhere.example' };
    const made = await api.post('/site/keys', { kind: 'secret' }, foreign);
    expectProblem(made, 403, 'ORIGIN_NOT_ALLOWED');
    expect(await inForce('secret')).toHaveLength(2);
  });

  it.each<[body: object, field: string, rule: string]>([
    [{}, 'kind', 'isIn'],
    [{ kind: 'private' }, 'kind', 'isIn'],
    [{ kind: ['public'] }, 'kind', 'isIn'],
    [{ kind: 'secret', site: 'x' }, 'site', 'isUuid'],
    [{ kind: 'secret', key: 'sk_of_my_own_choice' }, 'key', 'isKnownField'],
  ])('are not made by %j', async (body, field, rule) => {
    expectBroken(await api.post('/site/keys', body, admin.headers), field, rule);
  });

  it.each(['x', '00000000-0000-7000-8000-000000000000'])('are not %s', async (id) => {
    expectProblem(await revoke(id), 404, 'SITE_KEY_NOT_FOUND');
  });

  it('leave a trail of who made and who revoked them, without a secret', async () => {
    const second = await join('admin');
    const made = await issue('secret');
    await revoke(made.id, second);
    const response = await api.get(`/audit?site=${site}&subject=${made.id}`, admin.headers);
    expect(response.body).not.toContain(made.key);
    const { hint, fingerprint, id } = made;
    const subject = { type: 'site-key', id };
    const named = { kind: 'secret', hint, fingerprint };
    expect(response.json<AuditPage>().entries).toMatchObject([
      { action: 'site-key.revoked', by: { id: second.id }, subject, before: named, after: null },
      { action: 'site-key.issued', by: { id: admin.id }, subject, before: null, after: named },
    ]);
    const { id: publicId, key: publicKey } = await issue('public');
    const trail = await api.get(`/audit?site=${site}&subject=${publicId}`, admin.headers);
    expect(trail.json<AuditPage>().entries).toMatchObject([
      { action: 'site-key.issued', after: { kind: 'public', publicKey } },
    ]);
  });
});

describe('the keys of the environment', () => {
  const ensure = () => ensureSite(service.database.url, keys);

  it('are not brought back once they are revoked, nor make another site', async () => {
    const sites = await rows.query('SELECT FROM sites');
    expect(await ensure()).toMatchObject({ id: site, revoked: [] });
    for (const kind of ['secret', 'public'] as const) {
      const { id } = await first(kind);
      await issue(kind);
      await revoke(id);
    }
    expect(await ensure()).toMatchObject({ id: site, revoked: ['public', 'secret'] });
    expect((await list()).filter(({ revokedAt }) => revokedAt !== null)).toHaveLength(2);
    expect(await rows.query('SELECT FROM sites')).toHaveLength(sites.length);
  });

  it('may be those that were made in the console', async () => {
    const [{ key: publicKey }, { key: secretKey }] = [await issue('public'), await issue('secret')];
    const made = { publicKey, secretKey };
    expect(await ensureSite(service.database.url, made)).toMatchObject({ id: site, revoked: [] });
  });

  it('get the last characters that older versions did not keep', async () => {
    const forget = 'UPDATE site_keys SET hint = NULL WHERE site_id = $1';
    await rows.query(forget, [site]);
    const { secretKey } = keys;
    expect(await first('secret')).toMatchObject({
      ...{ hint: null, fingerprint: fingerprintOf(secretKey) },
    });
    await ensure();
    expect((await first('secret')).hint).toBe(secretKey.slice(-4));
    expect((await first('public')).hint).toBeNull();
  });
});
