import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FirstAdmin, Invitations, Members } from '#accounts';
import type { OpenIdError, Role, SessionView } from '#contract';
import { ensureSite, newSiteKeys } from '#sites';
import { firstSiteId, signIn } from '../harness/moderators.js';
import { CLIENT, OpenIdProviderServer, type Person } from '../harness/openid-provider.js';
import { startService, type TestService } from '../harness/service.js';
import type { Response } from './support/client.js';
import { Console, cookiesOf } from './support/console.js';
import { expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const PUBLIC_URL = 'http://127.0.0.1:4000';
const CALLBACK = `${PUBLIC_URL}/v1/session/openid/callback`;

let provider: OpenIdProviderServer;
let service: TestService;
let api: Console;
let rows: Rows;
let site: string;
let people = 0;

const settingsFor = (issuer: string): Record<string, string> => ({
  PUBLIC_URL,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: 'The Example Times',
});

beforeAll(async () => {
  provider = await OpenIdProviderServer.start(CALLBACK);
  service = await startService({ worker: false, settings: settingsFor(provider.issuer) });
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
  site = await firstSiteId(service);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
  await provider.stop();
});

/** An attempt that has just begun: where the browser is sent, and the cookie that it got. */
async function begin(to = api): Promise<{ url: URL; cookie: string; set: string }> {
  const response = await to.get('/session/openid');
  expect(response.statusCode).toBe(302);
  expect(response.headers['cache-control']).toBe('no-store');
  const [set = ''] = cookiesOf(response);
  return { url: new URL(String(response.headers.location)), cookie: set.split(';')[0] ?? '', set };
}

const comeBack = (at: URL, cookie: string): Promise<Response> =>
  service.app.inject({ url: `${at.pathname}${at.search}`, headers: { cookie } });

/** All the way, as somebody whom the provider knows by this login. */
async function signInAs(login: string): Promise<Response> {
  const { url, cookie } = await begin();
  return comeBack(await provider.logIn(url.href, login), cookie);
}

/** A login of a new person. */
function aPerson(says: Person = {}): { login: string; email: string } {
  people += 1;
  const email = `person-${people}@openid.example`;
  const login = `subject-${people}`;
  provider.people.set(login, { email, email_verified: true, name: `Person ${people}`, ...says });
  return { login, email: says.email ?? email };
}

function sessionIn(response: Response): { cookie: string } {
  expect(response.statusCode, response.body).toBe(302);
  expect(response.headers.location).toBe(`${PUBLIC_URL}/console`);
  const set = cookiesOf(response).find((cookie) => /^moderato_session=[\w-]{43};/.test(cookie));
  expect(set).toContain('SameSite=Strict');
  return { cookie: set?.split(';')[0] ?? '' };
}

async function whoIs(response: Response): Promise<SessionView> {
  return (await api.get('/session', sessionIn(response))).json<SessionView>();
}

function expectError(response: Response, code: OpenIdError): void {
  expect(response.statusCode, response.body).toBe(302);
  expect(response.headers.location).toBe(`${PUBLIC_URL}/console/sign-in?error=${code}`);
  expect(cookiesOf(response).filter((cookie) => cookie.startsWith('moderato_session'))).toEqual([]);
}

const invite = (email: string, role: Role = 'moderator', siteId = site) =>
  service.app.get(Invitations, { strict: false }).issue({ siteId, role, email, invitedBy: null });

describe('the way to the provider', () => {
  it('is told among the ways to sign in', async () => {
    expect((await api.get('/sign-in')).json()).toMatchObject({
      password: true,
      openId: { name: 'The Example Times', url: '/v1/session/openid' },
    });
  });

  it('is a code with PKCE, state and nonce, which the browser alone holds', async () => {
    const { url, set } = await begin();
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT.id,
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(set).toMatch(/^moderato_openid=[\w-]+\.[\w-]+; /);
    for (const rule of ['HttpOnly', 'SameSite=Lax', 'Max-Age=600']) expect(set).toContain(rule);
  });
});

describe('somebody whom the provider has let in', () => {
  it('is the moderator with the verified e-mail, from then on by the subject', async () => {
    const lead = await signIn(service, { email: 'Lead@openid.example', role: 'lead' });
    const { login } = aPerson({ email: 'lead@OPENID.example' });
    const session = await whoIs(await signInAs(login));
    expect(session).toMatchObject({ moderator: { id: lead.id }, sites: [{ role: 'lead' }] });
    provider.people.set(login, { email: 'married@openid.example', email_verified: true });
    expect((await whoIs(await signInAs(login))).moderator.id).toBe(lead.id);
    provider.people.set(login, {});
    expect((await whoIs(await signInAs(login))).moderator.id).toBe(lead.id);
    const [member] = (await service.app.get(Members, { strict: false }).list(site)).filter(
      ({ id }) => id === lead.id,
    );
    expect(member?.signsInWith).toEqual(['password', 'openid']);
  });

  it('accepts the open invitation of his verified e-mail, and gets an account without a password', async () => {
    const { login, email } = aPerson();
    await invite(email.toUpperCase(), 'lead');
    const session = await whoIs(await signInAs(login));
    expect(session).toMatchObject({
      moderator: { email, name: `Person ${people}` },
      sites: [{ id: site, role: 'lead' }],
    });
    const open = await service.app.get(Invitations, { strict: false }).list(site);
    expect(open.map((invitation) => invitation.email?.toLowerCase())).not.toContain(email);
    expectProblem(await api.signIn(email, 'any password at all'), 401, 'SIGN_IN_FAILED');
  });

  it('has no password that could be changed, and is asked to sign in for a further invitation', async () => {
    const { login, email } = aPerson();
    await invite(email);
    const session = sessionIn(await signInAs(login));
    const { csrfToken } = (await api.get('/session', session)).json<SessionView>();
    const headers = { ...session, 'x-csrf-token': csrfToken };
    const change = { current: 'x', next: 'a long enough password' };
    const changed = await api.post('/session/password', change, headers);
    expectProblem(changed, 409, 'PASSWORD_NOT_SET');
    const keys = newSiteKeys();
    await ensureSite(service.database.url, keys, ['*']);
    const another = await firstSiteId({ app: service.app, keys });
    const { token } = await invite(email, 'admin', another);
    const accept = { token, name: 'Mallory', password: 'a long enough password' };
    expectProblem(await api.post('/invitations/accept', accept), 409, 'EMAIL_TAKEN');
    expect((await whoIs(await signInAs(login))).sites).toHaveLength(2);
  });

  it('gets one account when he comes several times at once', async () => {
    const { login, email } = aPerson();
    await invite(email);
    const attempts: { at: URL; cookie: string }[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { url, cookie } = await begin();
      attempts.push({ at: await provider.logIn(url.href, login), cookie });
    }
    const answers = await Promise.all(attempts.map(({ at, cookie }) => comeBack(at, cookie)));
    const ids = await Promise.all(
      answers.map(async (answer) => (await whoIs(answer)).moderator.id),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('stays out when the provider does not vouch for the e-mail', async () => {
    const moderator = await signIn(service);
    await invite('invited@openid.example');
    for (const says of [
      { email: moderator.email, email_verified: false },
      { email: 'invited@openid.example', email_verified: false },
      { email: undefined, email_verified: true },
    ]) {
      const { login } = aPerson(says);
      provider.people.set(login, says);
      expectError(await signInAs(login), 'OPENID_EMAIL_NOT_VERIFIED');
    }
  });

  it('stays out when nobody knows him, or he works here no more', async () => {
    expectError(await signInAs(aPerson().login), 'OPENID_UNKNOWN_PERSON');
    const { login, email } = aPerson();
    await invite(email);
    const { moderator } = await whoIs(await signInAs(login));
    await service.app
      .get(Members, { strict: false })
      .remove({ siteId: site, moderatorId: moderator.id, by: moderator.id });
    expectError(await signInAs(login), 'OPENID_UNKNOWN_PERSON');
    const made = await rows.query(`SELECT FROM moderators WHERE email LIKE 'person-%'`);
    const linked = await rows.query(
      `SELECT FROM openid_identities JOIN moderators ON id = moderator_id WHERE email LIKE 'person-%'`,
    );
    expect(made.length).toBe(linked.length);
  });

  it('is not who had the e-mail address before him', async () => {
    const former = aPerson();
    await invite(former.email);
    await whoIs(await signInAs(former.login));
    const successor = aPerson({ email: former.email });
    expectError(await signInAs(successor.login), 'OPENID_ANOTHER_ACCOUNT');
  });

  it('may turn back', async () => {
    const { url, cookie } = await begin();
    expectError(await comeBack(await provider.turnBack(url.href), cookie), 'OPENID_REFUSED');
  });
});

describe('an answer that does not belong to the attempt', () => {
  let login: string;
  beforeEach(async () => {
    const person = aPerson();
    login = person.login;
    await invite(person.email);
  });

  it.each([
    ['nonce', 'OPENID_UNREACHABLE'],
    ['state', 'OPENID_ATTEMPT_OVER'],
    ['code_challenge', 'OPENID_ATTEMPT_OVER'],
  ] as const)('is refused for a wrong %s', async (parameter, code) => {
    const { url, cookie } = await begin();
    url.searchParams.set(parameter, 'x'.repeat(43));
    expectError(await comeBack(await provider.logIn(url.href, login), cookie), code);
  });

  it('is refused without the cookie of the attempt, and with that of another', async () => {
    const [one, two] = [await begin(), await begin()];
    const at = await provider.logIn(one.url.href, login);
    for (const cookie of ['', two.cookie, 'moderato_openid=x.y']) {
      expectError(await comeBack(at, cookie), 'OPENID_ATTEMPT_OVER');
    }
    expect((await comeBack(at, one.cookie)).headers.location).toBe(`${PUBLIC_URL}/console`);
  });

  it('is refused the second time', async () => {
    const { url, cookie } = await begin();
    const at = await provider.logIn(url.href, login);
    sessionIn(await comeBack(at, cookie));
    expectError(await comeBack(at, cookie), 'OPENID_ATTEMPT_OVER');
  });

  it('is refused with another issuer in it', async () => {
    const { url, cookie } = await begin();
    const at = await provider.logIn(url.href, login);
    at.searchParams.set('iss', 'https://evil.example');
    expectError(await comeBack(at, cookie), 'OPENID_UNREACHABLE');
  });
});

describe('a service with other settings', () => {
  it('says so where OpenID Connect is not set up', async () => {
    const plain = await startService({ worker: false });
    const there = new Console(plain.app);
    for (const path of ['/session/openid', '/session/openid/callback?code=x&state=y']) {
      expectProblem(await there.get(path), 404, 'OPENID_NOT_SET_UP');
    }
    await plain.stop();
  });

  it('leads back to the console while the provider is down, and goes on when it is back', async () => {
    const down: Server = createServer((_, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => down.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(down.address() as AddressInfo).port}`;
    const other = await startService({ worker: false, settings: settingsFor(issuer) });
    const there = new Console(other.app);
    expectError(await there.get('/session/openid'), 'OPENID_UNREACHABLE');
    down.removeAllListeners('request').on('request', (_, response) => {
      const answer = { issuer, authorization_endpoint: `${issuer}/auth` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    expect((await begin(there)).url.href).toContain(`${issuer}/auth?`);
    down.closeAllConnections();
    await new Promise((resolve) => down.close(resolve));
    await other.stop();
  });

  it('takes no passwords where only OpenID Connect is used, but for the first admin', async () => {
    const settings = { ...settingsFor(provider.issuer), OIDC_ONLY: 'true' };
    const only = await startService({ worker: false, settings });
    const there = new Console(only.app);
    expect((await there.get('/sign-in')).json()).toMatchObject({ password: false, empty: true });
    const link = await only.app
      .get(FirstAdmin, { strict: false })
      .firstAdminLink(await firstSiteId(only));
    const form = { name: 'Lead', password: 'a long enough password' };
    const token = link?.split('#')[1];
    const first = { token, email: 'lead@openid.example', ...form };
    expect((await there.post('/invitations/accept', first)).statusCode).toBe(200);
    const refused = await there.signIn('lead@openid.example', form.password);
    expectProblem(refused, 403, 'PASSWORD_SIGN_IN_OFF');
    const issued = await only.app.get(Invitations, { strict: false }).issue({
      siteId: await firstSiteId(only),
      role: 'lead',
      email: 'bob@openid.example',
      invitedBy: null,
    });
    const accepted = await there.post('/invitations/accept', { token: issued.token, ...form });
    expectProblem(accepted, 403, 'PASSWORD_SIGN_IN_OFF');
    await only.stop();
  });
});
