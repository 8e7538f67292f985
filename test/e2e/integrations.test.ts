import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type {
  AuditPage,
  CoralSecret,
  IntegrationAddresses,
  IntegrationKey,
  IssuedIntegrationKey,
  Role,
} from '#contract';
import { CoralSecrets, IntegrationKeys } from '#integrations';
import { JsonLogger } from '#logging';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import { createApi } from '../../apps/api/src/create-api.js';
import { firstSiteId, signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import type { Headers } from './support/client.js';
import { Console } from './support/console.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

let service: TestService;
let api: Console;
let rows: Rows;
/** Every test has a site of its own. */
let siteKeys: SiteKeys;
let site: string;

beforeAll(async () => {
  service = await startService({ worker: false });
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  siteKeys = newSiteKeys();
  site = await newSite(siteKeys);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function newSite(keys: SiteKeys): Promise<string> {
  await ensureSite(service.database.url, keys, ['*']);
  return firstSiteId({ app: service.app, keys });
}

const join = (role: Role, siteId = site): Promise<TestModerator> =>
  signIn(service, { role, siteId });
const adminOf = (siteId: string, id: string) =>
  rows.query(`INSERT INTO memberships (moderator_id, site_id, role) VALUES ($1, $2, 'admin')`, [
    ...[id, siteId],
  ]);
const issue = async (by: TestModerator, name = 'Coral'): Promise<IssuedIntegrationKey> => {
  const response = await api.post('/integration-keys', { name, site }, by.headers);
  expect(response.statusCode, response.body).toBe(201);
  return response.json();
};
const list = async (by: TestModerator, siteId = site): Promise<IntegrationKey[]> =>
  (await api.get(`/integration-keys?site=${siteId}`, by.headers)).json();

describe('the integration keys of a site', () => {
  it('are told once, and known by their last characters alone', async () => {
    const admin = await join('admin');
    const { key, ...told } = await issue(admin, 'Coral, live blog');
    expect(key).toMatch(/^mk-[a-z2-7]{32}$/);
    expect(told).toEqual({
      ...{ id: expect.any(String), name: 'Coral, live blog', hint: key.slice(-4) },
      createdAt: expect.any(String),
    });
    const response = await api.get('/integration-keys', admin.headers);
    expect(response.json()).toEqual([{ ...told, createdBy: admin.name }]);
    expect(response.body).not.toContain(key);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(await rows.tablesWith(key)).toEqual([]);
  });

  it('are listed with the latest first, and never the same', async () => {
    const admin = await join('admin');
    const made = [await issue(admin, 'one'), await issue(admin, 'two'), await issue(admin, 'two')];
    expect((await list(admin)).map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
    expect(new Set(made.map(({ key }) => key)).size).toBe(3);
  });

  it('are for admins', async () => {
    const [admin, lead, moderator] = [
      await join('admin'),
      await join('lead'),
      await join('moderator'),
    ];
    const { id } = await issue(admin);
    for (const { headers } of [lead, moderator]) {
      for (const answer of [
        await api.get(`/integration-keys?site=${site}`, headers),
        await api.post('/integration-keys', { name: 'mine', site }, headers),
        await api.remove(`/integration-keys/${id}`, headers),
      ])
        expectProblem(answer, 403, 'ROLE_REQUIRED');
    }
    expectProblem(await api.get('/integration-keys'), 401, 'SESSION_REQUIRED');
    expect(await list(admin)).toHaveLength(1);
  });

  it('are made and revoked by nobody who cannot prove to be the console', async () => {
    const admin = await join('admin');
    const { id } = await issue(admin);
    const { cookie } = admin.headers;
    const another = await join('admin');
    const forged: Headers[] = [
      { cookie },
      { cookie, 'x-csrf-token': another.headers['x-csrf-token'] },
    ];
    for (const headers of forged) {
      const made = await api.post('/integration-keys', { name: 'x', site }, headers);
      expectProblem(made, 403, 'CSRF_TOKEN_WRONG');
      expectProblem(await api.remove(`/integration-keys/${id}`, headers), 403, 'CSRF_TOKEN_WRONG');
    }
    const foreign = { ...admin.headers, origin: 'https://elsewhere.example' };
    const made = await api.post('/integration-keys', { name: 'x', site }, foreign);
    expectProblem(made, 403, 'ORIGIN_NOT_ALLOWED');
    expect(await list(admin)).toHaveLength(1);
  });

  it('stop soon once they are revoked, and are gone from the list', async () => {
    const admin = await join('admin');
    const [kept, revoked] = [await issue(admin, 'kept'), await issue(admin, 'revoked')];
    const keys = service.app.get(IntegrationKeys, { strict: false });
    expect(await keys.find(revoked.key)).toEqual({ keyId: revoked.id, siteId: site });
    const answer = await api.remove(`/integration-keys/${revoked.id}`, admin.headers);
    expect(answer.statusCode).toBe(204);
    expect((await list(admin)).map(({ id }) => id)).toEqual([kept.id]);
    await until(async () => (await keys.find(revoked.key)) === null, {
      what: 'the end of a revoked key',
    });
    expect(await keys.find(kept.key)).toEqual({ keyId: kept.id, siteId: site });
    const again = await api.remove(`/integration-keys/${revoked.id}`, admin.headers);
    expectProblem(again, 404, 'INTEGRATION_KEY_NOT_FOUND');
  });

  it('are revoked once, however many do so at once', async () => {
    const admin = await join('admin');
    const { id } = await issue(admin);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => api.remove(`/integration-keys/${id}`, admin.headers)),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([204, 404, 404, 404, 404, 404]);
  });

  it('need a name that can be read', async () => {
    const { headers } = await join('admin');
    const cases: [name: unknown, rule: string][] = [
      [undefined, 'isDefined'],
      [7, 'isString'],
      ['', 'minLength'],
      ['   ', 'minLength'],
      ['\u200b', 'isVisible'],
      ['two\nlines', 'noControlCharacters'],
      ['x'.repeat(61), 'maxLength'],
    ];
    for (const [name, rule] of cases)
      expectBroken(await api.post('/integration-keys', { name }, headers), 'name', rule);
    expect(
      (await api.post('/integration-keys', { name: 'x'.repeat(60) }, headers)).statusCode,
    ).toBe(201);
    const more = await api.post('/integration-keys', { name: 'x', key: 'mk-mine' }, headers);
    expectBroken(more, 'key', 'isKnownField');
    const badSite = await api.post('/integration-keys', { name: 'x', site: 'x' }, headers);
    expectBroken(badSite, 'site', 'isUuid');
  });

  it.each(['x', '00000000-0000-7000-8000-000000000000'])('are not %s', async (id) => {
    const { headers } = await join('admin');
    expectProblem(
      await api.remove(`/integration-keys/${id}`, headers),
      404,
      'INTEGRATION_KEY_NOT_FOUND',
    );
  });

  it('are not those of another site, whoever is admin there', async () => {
    const { id } = await issue(await join('admin'));
    const own = site;
    const other = await newSite(newSiteKeys());
    const stranger = await join('admin', other);
    const listed = await api.get(`/integration-keys?site=${own}`, stranger.headers);
    expectProblem(listed, 403, 'ROLE_REQUIRED');
    const made = await api.post('/integration-keys', { name: 'x', site: own }, stranger.headers);
    expectProblem(made, 403, 'ROLE_REQUIRED');
    const removed = await api.remove(`/integration-keys/${id}`, stranger.headers);
    expectProblem(removed, 404, 'INTEGRATION_KEY_NOT_FOUND');
    expect(await list(stranger, other)).toEqual([]);
  });

  it('belong to the site that is meant, which who has several must name', async () => {
    const admin = await join('admin');
    const other = await newSite(newSiteKeys());
    await adminOf(other, admin.id);
    const unnamed = await api.post('/integration-keys', { name: 'x' }, admin.headers);
    expectBroken(unnamed, 'site', 'isDefined');
    expectBroken(await api.get('/integration-keys', admin.headers), 'site', 'isDefined');
    const { id } = await issue(admin);
    expect((await list(admin)).map((key) => key.id)).toEqual([id]);
    expect(await list(admin, other)).toEqual([]);
    expect((await api.remove(`/integration-keys/${id}`, admin.headers)).statusCode).toBe(204);
  });

  it('leave a trail of who made and who revoked them, without the key', async () => {
    const [admin, second] = [await join('admin'), await join('admin')];
    const { id, key, hint } = await issue(admin, 'Coral');
    await api.remove(`/integration-keys/${id}`, second.headers);
    const trail = await api.get(`/audit?site=${site}&subject=${id}`, admin.headers);
    expect(trail.body).not.toContain(key);
    expect(trail.json<AuditPage>().entries).toMatchObject([
      {
        ...{ action: 'integration-key.revoked', by: { id: second.id }, site },
        ...{ subject: { type: 'integration-key', id }, before: { name: 'Coral' }, after: null },
      },
      {
        ...{ action: 'integration-key.issued', by: { id: admin.id }, site },
        ...{
          subject: { type: 'integration-key', id },
          before: null,
          after: { name: 'Coral', hint },
        },
      },
    ]);
  });
});

describe('the secrets that Coral signs with', () => {
  const SECRET = 'a-signing-secret-of-coral-9f3c';
  const PATH = '/integrations/coral-secrets';
  const add = async (by: TestModerator, secret = SECRET): Promise<CoralSecret> => {
    const response = await api.post(PATH, { secret, site }, by.headers);
    expect(response.statusCode, response.body).toBe(201);
    expect(response.body).not.toContain(secret);
    return response.json();
  };

  it('are taken, and known by their last characters alone', async () => {
    const admin = await join('admin');
    const added = await add(admin, ` ${SECRET}\n`);
    expect(added).toEqual({
      ...{ id: expect.any(String), hint: '9f3c', createdAt: expect.any(String) },
    });
    const listed = await api.get(PATH, admin.headers);
    expect(listed.json()).toEqual([added]);
    expect(listed.body).not.toContain(SECRET);
    const { readable } = await service.app.get(CoralSecrets, { strict: false }).of(site);
    expect(readable).toEqual([SECRET]);
  });

  it('are for admins who prove to be the console, each of their own sites', async () => {
    const [admin, lead] = [await join('admin'), await join('lead')];
    const { id } = await add(admin);
    const other = await newSite(newSiteKeys());
    const stranger = await join('admin', other);
    for (const headers of [lead.headers, stranger.headers])
      for (const answer of [
        await api.get(`${PATH}?site=${site}`, headers),
        await api.post(PATH, { secret: SECRET, site }, headers),
      ])
        expectProblem(answer, 403, 'ROLE_REQUIRED');
    expectProblem(await api.remove(`${PATH}/${id}`, lead.headers), 403, 'ROLE_REQUIRED');
    const gone = await api.remove(`${PATH}/${id}`, stranger.headers);
    expectProblem(gone, 404, 'CORAL_SECRET_NOT_FOUND');
    const { cookie } = admin.headers;
    expectProblem(await api.post(PATH, { secret: 'x' }, { cookie }), 403, 'CSRF_TOKEN_WRONG');
    expectProblem(await api.remove(`${PATH}/${id}`, { cookie }), 403, 'CSRF_TOKEN_WRONG');
    await adminOf(other, admin.id);
    expectBroken(await api.get(PATH, admin.headers), 'site', 'isDefined');
    const unnamed = await api.post(PATH, { secret: SECRET }, admin.headers);
    expectBroken(unnamed, 'site', 'isDefined');
  });

  it('are refused where they can be none, without repeating them', async () => {
    const { headers } = await join('admin');
    await api.post(PATH, { secret: SECRET }, headers);
    const cases: [secret: unknown, rule: string][] = [
      [undefined, 'isString'],
      [['x'.repeat(20)], 'isString'],
      ['too short', 'minLength'],
      ['x'.repeat(257), 'maxLength'],
      ['with blanks between the words', 'isSecret'],
      [SECRET, 'isNew'],
    ];
    for (const [secret, rule] of cases) {
      const answer = await api.post(PATH, { secret }, headers);
      expectBroken(answer, 'secret', rule);
      if (typeof secret === 'string') expect(answer.body).not.toContain(secret);
    }
  });

  it('stop soon once they are removed, and leave a trail without them', async () => {
    const admin = await join('admin');
    const { id } = await add(admin);
    const secrets = service.app.get(CoralSecrets, { strict: false });
    expect((await secrets.of(site)).readable).toEqual([SECRET]);
    expect((await api.remove(`${PATH}/${id}`, admin.headers)).statusCode).toBe(204);
    await until(async () => (await secrets.of(site)).readable.length === 0, {
      what: 'the end of a removed secret',
    });
    for (const gone of [id, 'x'])
      expectProblem(
        await api.remove(`${PATH}/${gone}`, admin.headers),
        404,
        'CORAL_SECRET_NOT_FOUND',
      );
    const trail = await api.get(`/audit?site=${site}&subject=${id}`, admin.headers);
    expect(trail.body).not.toContain(SECRET);
    const by = { id: admin.id, name: admin.name };
    expect(trail.json<AuditPage>().entries).toMatchObject([
      { action: 'coral-secret.removed', by, subject: { type: 'coral-secret', id } },
      { action: 'coral-secret.added', by, after: { hint: '9f3c' } },
    ]);
  });
});

describe('what clients are told', () => {
  const read = (by: TestModerator, query = ''): ReturnType<Console['get']> =>
    api.get(`/integrations${query}`, by.headers);

  it('is the site’s public key, and no address where the operator has set none', async () => {
    const lead = await join('lead');
    const told = { url: null, publicKey: siteKeys.publicKey };
    expect((await read(lead)).json<IntegrationAddresses>()).toEqual(told);
    await rows.query('UPDATE site_keys SET revoked_at = now() WHERE public_key = $1', [
      siteKeys.publicKey,
    ]);
    expect((await read(lead)).json()).toEqual({ url: null, publicKey: null });
  });

  it('is the address that moderators use where the operator has set it, whatever the request came by', async () => {
    const config = { ...service.config, PUBLIC_URL: 'https://comments.news.example' };
    const app = await createApi(config, new JsonLogger('error', 'test'));
    onTestFinished(() => app.close());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const { headers } = await join('lead');
    const answer = await new Console(app).get('/integrations', {
      ...headers,
      host: 'internal:3000',
    });
    expect(answer.json<IntegrationAddresses>()).toEqual({
      url: 'https://comments.news.example',
      publicKey: siteKeys.publicKey,
    });
  });

  it('is for leads, each of their own sites', async () => {
    const [lead, moderator] = [await join('lead'), await join('moderator')];
    expectProblem(await read(moderator), 403, 'ROLE_REQUIRED');
    const other = await newSite(newSiteKeys());
    expectProblem(await read(lead, `?site=${other}`), 403, 'ROLE_REQUIRED');
    await adminOf(other, lead.id);
    expectBroken(await read(lead), 'site', 'isDefined');
    expect((await read(lead, `?site=${site}`)).statusCode).toBe(200);
  });
});
