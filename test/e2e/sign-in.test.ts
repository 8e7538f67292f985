import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Sessions, SignOutListeners } from '#accounts';
import type { SessionView } from '#contract';
import { JsonLogger } from '#logging';
import { createApi } from '../../apps/api/src/create-api.js';
import { headersOf, signIn, type TestModerator } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import type { Headers } from './support/client.js';
import { Console, cookiesOf, sessionOf } from './support/console.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

let service: TestService;
/** A second API process on the same database. */
let second: NestFastifyApplication;
let api: Console;
let rows: Rows;
let log = '';

async function anotherApi(): Promise<NestFastifyApplication> {
  const logger = new JsonLogger('trace', 'test', { write: (line) => void (log += line) });
  const app = await createApi({ ...service.config, LOG_LEVEL: 'trace' }, logger);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

beforeAll(async () => {
  service = await startService({ worker: false, settings: { TRUST_PROXY: 'true' } });
  second = await anotherApi();
  api = new Console(service.app);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await second.close();
  await service.stop();
});

describe('signing in with a password', () => {
  let ada: TestModerator;
  beforeAll(async () => {
    ada = await signIn(service, { name: 'Ada', email: 'Ada@News.example', role: 'lead' });
  });

  it('answers who is signed in, and a cookie that opens the session on every process', async () => {
    const response = await api.signIn(ada.email, ada.password);
    const session = sessionOf(response);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json<SessionView>()).toEqual({
      moderator: { id: ada.id, name: 'Ada', email: 'Ada@News.example', locale: null },
      sites: [{ id: expect.any(String), name: 'First site', role: 'lead' }],
      csrfToken: session['x-csrf-token'],
      expiresAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const read = await new Console(second).get('/session', session);
    expect(read.json()).toMatchObject({ moderator: { id: ada.id } });
    expect(read.headers['cache-control']).toBe('no-store');
  });

  it('takes the e-mail in any case, and blanks around it for a mistake', async () => {
    expect((await api.signIn('ADA@news.EXAMPLE', ada.password)).statusCode).toBe(200);
    expectBroken(await api.signIn(' ada@news.example', ada.password), 'email', 'isEmail');
  });

  it('says the same of a wrong password, an unknown account and one that works for no site', async () => {
    const gone = await signIn(service);
    await rows.query('DELETE FROM memberships WHERE moderator_id = $1', [gone.id]);
    const answers = await Promise.all([
      api.signIn(ada.email, 'not the password'),
      api.signIn('nobody@news.example', ada.password),
      api.signIn(gone.email, gone.password),
    ]);
    for (const answer of answers) {
      expectProblem(answer, 401, 'SIGN_IN_FAILED');
      expect(cookiesOf(answer)).toEqual([]);
    }
    const bodies = answers.map((answer) => ({ ...answer.json<object>(), instance: '' }));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('takes about as much work for an unknown account as for a wrong password', async () => {
    const bob = await signIn(service);
    /** Of the processor's time, in microseconds: what else the machine does is not counted. */
    const work = async (email: string): Promise<number> => {
      const began = process.cpuUsage();
      await api.signIn(email, 'not the password');
      const { user, system } = process.cpuUsage(began);
      return user + system;
    };
    const least = async (email: string): Promise<number> =>
      Math.min(await work(email), await work(email), await work(email));
    // Without the password's hash a look into the database is all there is: a tenth of it.
    expect(await least('a@b.example')).toBeGreaterThan((await least(bob.email)) / 3);
  });

  it.each([
    [{ email: 'x', password: 'y' }, 'email', 'isEmail'],
    [{ email: 'a@b.example' }, 'password', 'isString'],
    [{ email: 'a@b.example', password: 'x'.repeat(1025) }, 'password', 'maxLength'],
    [{ email: 'a@b.example', password: ['x'] }, 'password', 'isString'],
    [{ email: 'a@b.example', password: 'y', remember: true }, 'remember', 'isKnownField'],
  ])('refuses what is no form: %j', async (form, field, rule) => {
    expectBroken(await api.post('/session', form), field, rule);
  });

  it('says how to sign in, and whether there is anybody yet', async () => {
    expect((await api.get('/sign-in')).json()).toEqual({
      password: true,
      openId: null,
      empty: false,
    });
  });
});

describe('the cookie', () => {
  const attributes = (header: string): string[] => header.split('; ').slice(1).sort();

  it('is out of reach of scripts and other sites, by plain http', async () => {
    const { email, password } = await signIn(service);
    const [cookie = ''] = cookiesOf(await api.signIn(email, password));
    expect(cookie).toMatch(/^moderato_session=[\w-]{43};/);
    expect(attributes(cookie)).toEqual([
      'HttpOnly',
      'Max-Age=1209600',
      'Path=/',
      'SameSite=Strict',
    ]);
  });

  it('is bound to the host and to https behind a proxy with TLS', async () => {
    const { email, password, headers } = await signIn(service);
    const https = { 'x-forwarded-proto': 'https' };
    const response = await api.post('/session', { email, password }, https);
    const [cookie = ''] = cookiesOf(response);
    expect(cookie).toMatch(/^__Host-moderato_session=[\w-]{43};/);
    expect(attributes(cookie)).toContain('Secure');
    const session = { ...sessionOf(response), ...https };
    expect(await api.sessionStatus(session)).toBe(200);
    // A cookie that a neighbor or a man in the middle could have set by http opens nothing.
    expect(await api.sessionStatus({ ...headers, ...https })).toBe(401);
  });

  it('is the plain one when a proxy says https that nobody trusts', async () => {
    const config = { ...service.config, TRUST_PROXY: 'false' };
    const app = await createApi(config, new JsonLogger('error', 'test'));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const { email, password } = await signIn(service);
    const headers = { 'x-forwarded-proto': 'https' };
    const response = await new Console(app).post('/session', { email, password }, headers);
    expect(cookiesOf(response)[0]).toMatch(/^moderato_session=/);
    await app.close();
  });

  it.each(['', 'x', 'a'.repeat(43), '%00', `${'a'.repeat(43)}'--`])(
    'opens nothing when it holds %j',
    async (value) => {
      const response = await api.get('/session', { cookie: `moderato_session=${value}` });
      expectProblem(response, 401, 'SESSION_REQUIRED');
    },
  );
});

describe('a session', () => {
  const age = (column: string, id: string, interval: string): Promise<object[]> =>
    rows.query(`UPDATE sessions SET ${column} = now() - $2::interval WHERE moderator_id = $1`, [
      id,
      interval,
    ]);

  it('ends after twelve hours without a request', async () => {
    const { id, headers } = await signIn(service);
    await age('last_seen_at', id, '11 hours 59 minutes');
    expect(await api.sessionStatus(headers)).toBe(200);
    await age('last_seen_at', id, '12 hours 1 second');
    expect(await api.sessionStatus(headers)).toBe(401);
  });

  it('ends after fourteen days, however busy', async () => {
    const { id, headers } = await signIn(service);
    const [row] = await rows.query<{ days: number }>(
      'SELECT extract(epoch FROM expires_at - now()) / 86400 AS days FROM sessions WHERE moderator_id = $1',
      [id],
    );
    expect(Number(row?.days)).toBeCloseTo(14, 1);
    await age('expires_at', id, '1 second');
    expect(await api.sessionStatus(headers)).toBe(401);
  });

  it('notes at most once a minute that it is used', async () => {
    const { id, headers } = await signIn(service);
    const seen = async (): Promise<string | undefined> =>
      (
        await rows.query<{ seen: string }>(
          'SELECT last_seen_at::text AS seen FROM sessions WHERE moderator_id = $1',
          [id],
        )
      )[0]?.seen;
    await age('last_seen_at', id, '50 seconds');
    const before = await seen();
    await api.get('/session', headers);
    expect(await seen()).toBe(before);
    await age('last_seen_at', id, '61 seconds');
    const older = await seen();
    await Promise.all(Array.from({ length: 5 }, () => api.get('/session', headers)));
    expect(await seen()).not.toBe(older);
  });

  it('is kept as a hash alone', async () => {
    const { headers } = await signIn(service);
    expect(await rows.tablesWith(headers.cookie.split('=')[1] ?? '')).toEqual([]);
  });

  it('ends by signing out, here alone, and tells who waits for it', async () => {
    const { id, email, password, headers } = await signIn(service);
    const elsewhere = sessionOf(await api.signIn(email, password));
    const told: string[] = [];
    const listeners = service.app.get(SignOutListeners, { strict: false });
    listeners.onSignOut((moderatorId) => Promise.resolve(void told.push(moderatorId)));
    listeners.onSignOut((moderatorId) =>
      moderatorId === id ? Promise.reject(new Error('not now')) : Promise.resolve(),
    );
    const response = await api.remove('/session', headers);
    expect(response.statusCode).toBe(204);
    expect(cookiesOf(response)).toEqual([expect.stringMatching(/^moderato_session=;.*Max-Age=0/)]);
    expect(await api.sessionStatus(headers)).toBe(401);
    expect(await api.sessionStatus(elsewhere)).toBe(200);
    expect(told).toEqual([id]);
  });

  it('ends everywhere at once', async () => {
    const { email, password, headers } = await signIn(service);
    const elsewhere = sessionOf(await new Console(second).signIn(email, password));
    const other = await signIn(service);
    expect((await api.remove('/sessions', headers)).statusCode).toBe(204);
    for (const session of [headers, elsewhere]) expect(await api.sessionStatus(session)).toBe(401);
    expect(await api.sessionStatus(other.headers)).toBe(200);
  });
});

describe('what changes something', () => {
  let ada: TestModerator;
  beforeAll(async () => {
    ada = await signIn(service);
  });
  const rename = (headers: Headers) => api.patch('/session', { name: 'Somebody' }, headers);

  it('needs the proof of this very session', async () => {
    const other = await signIn(service);
    const { cookie } = ada.headers;
    for (const headers of [
      { cookie } as Headers,
      { cookie, 'x-csrf-token': '' },
      { cookie, 'x-csrf-token': other.headers['x-csrf-token'] },
      { cookie, 'x-csrf-token': `${ada.headers['x-csrf-token']}x` },
    ]) {
      expectProblem(await rename(headers), 403, 'CSRF_TOKEN_WRONG');
    }
    expect((await api.get('/session', { cookie })).json()).toMatchObject({
      moderator: { name: ada.name },
    });
  });

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:81', host: 'localhost:80' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' }],
  ])('is not taken from other pages, even with the proof: %j', async (from) => {
    const own = { host: 'localhost:80', ...from } as Headers;
    expectProblem(await rename({ ...ada.headers, ...own }), 403, 'ORIGIN_NOT_ALLOWED');
    const { email, password } = ada;
    expectProblem(await api.post('/session', { email, password }, own), 403, 'ORIGIN_NOT_ALLOWED');
    const invitation = { token: 'x' };
    const accepted = await api.post('/invitations/accept', invitation, own);
    expectProblem(accepted, 403, 'ORIGIN_NOT_ALLOWED');
  });

  it.each([
    [{ origin: 'http://moderato.example', host: 'moderato.example' }],
    // TLS ends at a proxy that says nothing of it.
    [{ origin: 'https://Moderato.example:8443', host: 'moderato.example:8443' }],
    [{ 'sec-fetch-site': 'same-origin' }],
  ])('is taken from the service’s own pages: %j', async (from) => {
    const headers = { ...ada.headers, ...(from as Headers) };
    expect((await rename(headers)).statusCode).toBe(200);
  });

  it.each([
    [{ origin: 'http://news.localhost:8080' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ])('and what only reads is not answered to pages of the same site: %j', async (from) => {
    const headers = { ...ada.headers, host: 'localhost:3000', ...(from as Headers) };
    for (const path of ['/session', '/reviews?queue=held', '/audit', '/reviews/stream']) {
      expectProblem(await api.get(path, headers), 403, 'ORIGIN_NOT_ALLOWED');
    }
  });

  it('is taken from the public address behind a proxy that names another host', async () => {
    const config = { ...service.config, PUBLIC_URL: 'https://moderato.news.example' };
    const app = await createApi(config, new JsonLogger('error', 'test'));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const headers = { ...ada.headers, host: 'internal', origin: 'https://moderato.news.example' };
    const response = await new Console(app).patch('/session', { name: 'B' }, headers);
    expect(response.statusCode).toBe(200);
    await app.close();
  });

  it('never gets credentials allowed to other origins', async () => {
    const origin = 'https://news.example';
    const preflight = await service.app.inject({
      method: 'OPTIONS',
      url: '/v1/session',
      headers: {
        origin,
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'x-csrf-token',
      },
    });
    expect(preflight.headers['access-control-allow-headers']).not.toMatch(/csrf/i);
    const read = await api.get('/session', { ...ada.headers, origin });
    for (const { headers } of [preflight, read]) {
      expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});

describe('one’s own account', () => {
  it('has a name and a language that can be changed, each alone', async () => {
    const { headers } = await signIn(service, { name: 'Ada' });
    const change = async (changes: object) =>
      (await api.patch('/session', changes, headers)).json<SessionView>().moderator;
    expect(await change({ locale: 'zh-Hant' })).toMatchObject({ name: 'Ada', locale: 'zh-Hant' });
    expect(await change({ name: ' Ada L. ' })).toMatchObject({ name: 'Ada L.', locale: 'zh-Hant' });
    expect(await change({ locale: null })).toMatchObject({ name: 'Ada L.', locale: null });
    expectBroken(await api.patch('/session', { locale: 'de' }, headers), 'locale', 'isIn');
    expectBroken(await api.patch('/session', { name: ' ' }, headers), 'name', 'minLength');
    expectBroken(await api.patch('/session', { name: null }, headers), 'name', 'isString');
  });

  it('gets another password by the present one, which ends the other sessions', async () => {
    const { email, password, headers } = await signIn(service);
    const elsewhere = sessionOf(await api.signIn(email, password));
    const next = 'an entirely new password';
    const change = (body: object) => api.post('/session/password', body, headers);
    expectBroken(await change({ current: 'wrong', next }), 'current', 'isCurrentPassword');
    expectBroken(await change({ current: password, next: 'short' }), 'next', 'minLength');
    expectBroken(await change({ current: password, next: email }), 'next', 'isNotEmail');
    expect(await api.sessionStatus(elsewhere)).toBe(200);
    expect((await change({ current: password, next })).statusCode).toBe(204);
    expect(await api.sessionStatus(headers)).toBe(200);
    expect(await api.sessionStatus(elsewhere)).toBe(401);
    expectProblem(await api.signIn(email, password), 401, 'SIGN_IN_FAILED');
    expect((await api.signIn(email, next)).statusCode).toBe(200);
  });

  it('lets nobody who found an open session guess its password', async () => {
    const { headers } = await signIn(service);
    const guess = { current: 'a guess', next: 'an entirely new password' };
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      statuses.push((await api.post('/session/password', guess, headers)).statusCode);
    }
    expect(statuses).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('keeps passwords as argon2id with the cost that OWASP asks for', async () => {
    const { id, password } = await signIn(service);
    const [row] = await rows.query<{ password_hash: string }>(
      'SELECT password_hash FROM moderators WHERE id = $1',
      [id],
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await rows.tablesWith(password)).toEqual([]);
  });
});

it('logs neither passwords, tokens, e-mails nor names', async () => {
  log = '';
  const app = new Console(second);
  const zoe = await signIn(service, { name: 'Zanzibar', email: 'zoe@secret.example' });
  const session = sessionOf(await app.signIn(zoe.email, zoe.password));
  await app.signIn(zoe.email, 'Zanzibar wrong');
  await app.signIn('Zanzibar', 'x');
  await app.patch('/session', { name: 'Zanzibar two' }, session);
  await app.post('/session/password', { current: 'Zanzibar', next: 'Zanzibar' }, session);
  const token = await service.app.get(Sessions, { strict: false }).open(zoe.id);
  await app.remove('/sessions', headersOf(token));
  expect(log.split('\n').filter((line) => line.includes('"msg":"request"'))).toHaveLength(6);
  const secrets = [session.cookie.split('=')[1], session['x-csrf-token'], token, zoe.password];
  for (const secret of [...secrets, 'Zanzibar', 'zoe@', 'secret.example']) {
    expect(log).not.toContain(secret);
  }
});
