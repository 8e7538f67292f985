import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditPage, Role, SessionView, SiteSettingsView } from '#contract';
import { ensureSite, newSiteKeys, type SiteKeys } from '#sites';
import { firstSiteId, signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import type { Headers, Response } from './support/client.js';
import { Console } from './support/console.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const PAGE = 'https://courier.example';

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
  await ensureSite(service.database.url, of, [PAGE]);
  return firstSiteId({ app: service.app, keys: of });
}

const join = (role: Role, siteId = site): Promise<TestModerator> =>
  signIn(service, { role, siteId });
const read = async (by = admin): Promise<SiteSettingsView> =>
  (await api.get(`/site?site=${site}`, by.headers)).json();
const change = (body: object, headers: Headers = {}, by = admin): Promise<Response> =>
  api.patch(`/site?site=${site}`, body, { ...by.headers, ...headers });
const trail = async (): Promise<AuditPage['entries']> =>
  (await api.get(`/audit?site=${site}&subject=${site}`, admin.headers)).json<AuditPage>().entries;

describe('a site', () => {
  it('tells its admins its name and its origins, with a tag', async () => {
    const response = await api.get('/site', admin.headers);
    expect(response.statusCode, response.body).toBe(200);
    expect(response.headers).toMatchObject({ etag: '"1"', 'cache-control': 'no-store' });
    const told = { id: site, name: 'First site', origins: [PAGE], version: 1 };
    expect(response.json()).toEqual(told);
  });

  it('gets another name and other origins, and a trail of what was before', async () => {
    const name = `The Courier ${site}`;
    const origins = [PAGE, 'https://www.courier.example'];
    const renamed = await change({ name: `  ${name} ` });
    expect(renamed.json()).toEqual({ id: site, name, origins: [PAGE], version: 2 });
    expect(renamed.headers.etag).toBe('"2"');
    const opened = await change({ origins: [...origins, PAGE] });
    expect(opened.json()).toEqual({ id: site, name, origins, version: 3 });
    expect(await read()).toEqual(opened.json());
    const session = await api.get('/session', admin.headers);
    expect(session.json<SessionView>().sites).toMatchObject([{ id: site, name }]);
    const by = { id: admin.id, name: admin.name };
    const subject = { type: 'site', id: site };
    expect(await trail()).toMatchObject([
      { action: 'site.changed', by, subject, before: { origins: [PAGE] }, after: { origins } },
      { action: 'site.changed', by, subject, before: { name: 'First site' }, after: { name } },
    ]);
    expect(Object.keys((await trail())[0]?.after ?? {})).toEqual(['origins']);
  });

  it('stays as it is, and as old, where nothing is different', async () => {
    for (const body of [{}, { name: 'First site' }, { origins: [PAGE, PAGE] }]) {
      const response = await change(body);
      expect(response.json(), response.body).toMatchObject({ version: 1, origins: [PAGE] });
    }
    expect(await trail()).toEqual([]);
  });

  it('is not overwritten by who has read it before somebody else changed it', async () => {
    const second = await join('admin');
    const first = await change({ origins: ['*'] }, { 'if-match': '"1"' });
    expect(first.statusCode, first.body).toBe(200);
    const late = await change({ origins: ['https://late.example'] }, { 'if-match': '"1"' }, second);
    expectProblem(late, 412, 'SITE_CHANGED');
    expect((await read()).origins).toEqual(['*']);
    for (const ifMatch of ['"2"', '*'])
      expect(
        (await change({ name: `${ifMatch} ${site}` }, { 'if-match': ifMatch })).statusCode,
      ).toBe(200);
    expectBroken(await change({}, { 'if-match': 'W/"4"' }), 'If-Match', 'isEntityTag');
  });

  it('is changed by one of many who come at once with the same version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        change({ origins: [`https://n${n}.example`] }, { 'if-match': '"1"' }),
      ),
    );
    const statuses = answers.map(({ statusCode }) => statusCode).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412]);
    expect(await trail()).toHaveLength(1);
  });

  it('cannot take the name of another site, not even at the same moment', async () => {
    const name = `The Herald ${site}`;
    const other = await newSite(newSiteKeys());
    const there = await join('admin', other);
    const taking = () => api.patch(`/site?site=${other}`, { name }, there.headers);
    const both = await Promise.all([change({ name }), taking()]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    const again = both[0].statusCode === 200 ? taking : () => change({ name });
    expectProblem(await again(), 409, 'SITE_NAME_TAKEN');
    expect(await rows.query('SELECT FROM sites WHERE name = $1', [name])).toHaveLength(1);
  });

  it('is for its admins alone', async () => {
    for (const by of [await join('lead'), await join('moderator')]) {
      expectProblem(await api.get(`/site?site=${site}`, by.headers), 403, 'ROLE_REQUIRED');
      expectProblem(await change({ name: 'Mine' }, {}, by), 403, 'ROLE_REQUIRED');
    }
    const stranger = await join('admin', await newSite(newSiteKeys()));
    expectProblem(await api.get(`/site?site=${site}`, stranger.headers), 403, 'ROLE_REQUIRED');
    expectProblem(await change({ name: 'Mine' }, {}, stranger), 403, 'ROLE_REQUIRED');
    expectProblem(await api.get('/site'), 401, 'SESSION_REQUIRED');
    // The secret key sets up other things; that it could open the door to more keys would make a leak worse.
    const asSite = { authorization: `Bearer ${keys.secretKey}` };
    expectProblem(await api.get('/site', asSite), 401, 'SESSION_REQUIRED');
    expectProblem(await api.patch('/site', { name: 'Mine' }, asSite), 401, 'SESSION_REQUIRED');
    expect(await read()).toMatchObject({ name: 'First site', version: 1 });
  });

  it('is the one that is meant, which who has several must name', async () => {
    const other = await newSite(newSiteKeys());
    await rows.query(
      `INSERT INTO memberships (moderator_id, site_id, role) VALUES ($1, $2, 'admin')`,
      [admin.id, other],
    );
    expectBroken(await api.get('/site', admin.headers), 'site', 'isDefined');
    expectBroken(await api.patch('/site', { name: 'x' }, admin.headers), 'site', 'isDefined');
    expectBroken(await api.get('/site?site=x', admin.headers), 'site', 'isUuid');
    await change({ origins: ['*'] });
    const untouched = await api.get(`/site?site=${other}`, admin.headers);
    expect(untouched.json()).toMatchObject({ id: other, origins: [PAGE], version: 1 });
  });

  it('is changed by nobody who cannot prove to be the console', async () => {
    const { cookie } = admin.headers;
    const proofs: Headers[] = [
      { cookie },
      { cookie, 'x-csrf-token': (await join('admin')).headers['x-csrf-token'] },
    ];
    for (const headers of proofs)
      expectProblem(await api.patch('/site', { name: 'x' }, headers), 403, 'CSRF_TOKEN_WRONG');
    const foreign = await change({ name: 'x' }, { origin: PAGE });
    expectProblem(foreign, 403, 'ORIGIN_NOT_ALLOWED');
    expect((await read()).version).toBe(1);
  });

  it.each<[body: object, field: string, rule: string]>([
    [{ name: null }, 'name', 'isString'],
    [{ name: 7 }, 'name', 'isString'],
    [{ name: '' }, 'name', 'minLength'],
    [{ name: ' ' }, 'name', 'minLength'],
    [{ name: '\u200b' }, 'name', 'isVisible'],
    [{ name: 'two\nlines' }, 'name', 'noControlCharacters'],
    [{ name: 'x'.repeat(101) }, 'name', 'maxLength'],
    [{ origins: null }, 'origins', 'isArray'],
    [{ origins: PAGE }, 'origins', 'isArray'],
    [{ origins: [7] }, 'origins', 'isString'],
    [{ origins: [] }, 'origins', 'arrayMinSize'],
    [
      { origins: Array.from({ length: 51 }, (_, n) => `https://n${n}.example`) },
      'origins',
      'arrayMaxSize',
    ],
    [{ origins: [PAGE, 'https://www.courier.example/'] }, 'origins[1]', 'isBare'],
    [{ origins: ['http://courier.example'] }, 'origins[0]', 'isSecure'],
    [{ origins: ['https://*.courier.example'] }, 'origins[0]', 'isOneHost'],
    [{ origins: ['courier.example'] }, 'origins[0]', 'isOrigin'],
    [{ origins: [''] }, 'origins[0]', 'isOrigin'],
    [{ origins: [`https://${'a'.repeat(300)}`] }, 'origins[0]', 'maxLength'],
    [{ version: 7 }, 'version', 'isKnownField'],
    [{ signingKey: 'x' }, 'signingKey', 'isKnownField'],
  ])('is not changed by %j', async (body, field, rule) => {
    expectBroken(await change(body), field, rule);
    expect((await read()).version).toBe(1);
  });

  it('names every origin that is none', async () => {
    const origins = ['http://a.example', PAGE, 'b.example'];
    expectProblem(await change({ origins }), 400, 'VALIDATION_FAILED', [
      { field: 'origins[0]', rule: 'isSecure' },
      { field: 'origins[2]', rule: 'isOrigin' },
    ]);
  });
});

describe('the origins of the environment', () => {
  const ensure = (origins?: string[]) => ensureSite(service.database.url, keys, origins);

  it('are written at each start, with a line in the trail, while no admin has set others', async () => {
    expect(await ensure(['https://new.example'])).toMatchObject({ hasOtherOrigins: false });
    expect(await read()).toMatchObject({ origins: ['https://new.example'], version: 2 });
    expect(await trail()).toMatchObject([
      {
        ...{ action: 'site.changed', actor: 'system', by: null },
        ...{ before: { origins: [PAGE] }, after: { origins: ['https://new.example'] } },
      },
    ]);
    // Another name is no reason to leave them alone.
    await change({ name: `Named ${site}` });
    await ensure([PAGE]);
    expect((await read()).origins).toEqual([PAGE]);
  });

  it('change nothing where there are none, or the same', async () => {
    for (const origins of [undefined, [PAGE]])
      expect(await ensure(origins)).toMatchObject({ id: site, hasOtherOrigins: false });
    expect(await read()).toMatchObject({ origins: [PAGE], version: 1 });
    expect(await trail()).toEqual([]);
  });

  it('never overwrite what an admin has set, and say that they do not count', async () => {
    await change({ origins: ['https://console.example'] });
    expect(await ensure([PAGE])).toMatchObject({ hasOtherOrigins: true });
    expect(await read()).toMatchObject({ origins: ['https://console.example'], version: 2 });
    expect(await ensure(['https://console.example'])).toMatchObject({ hasOtherOrigins: false });
    expect(await ensure()).toMatchObject({ hasOtherOrigins: false });
  });
});
