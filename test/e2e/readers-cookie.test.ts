import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Headers, json, type Response } from './support/client.js';
import { expectProblem } from './support/problems.js';
import { aToken, SECRET } from './support/reader-tokens.js';
import { Rows } from './support/rows.js';

const HOME = 'https://news.example';
const ELSEWHERE = 'https://evil.example';

let service: TestService;
/** A site that names its origin, and one that lets in all. */
let site: Client;
let open: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ worker: false, settings: { TRUST_PROXY: 'true' } });
  open = new Client(service);
  site = await open.anotherSite([HOME, 'http://localhost:5173']);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

/** Headers as a page has them that a proxy leads to https://comments.example. */
const page = (origin: string, host = 'comments.example', protocol = 'https'): Headers => ({
  origin,
  host,
  'x-forwarded-proto': protocol,
});
const cookieOf = ({ headers }: Response): string => String(headers['set-cookie'] ?? '');
const pairOf = (response: Response): string => cookieOf(response).split(';')[0] ?? '';

/** Posts as a page of the site does, and gives what the browser has then. */
async function posted(
  headers: Headers = page(HOME),
  changes: object = {},
  by = site,
): Promise<{ id: string; cookie: Headers; response: Response }> {
  const response = await by.post(aComment({ ...changes }), headers);
  expect(response.statusCode, response.body).toBe(202);
  const cookie = { ...by.reader, ...headers, cookie: pairOf(response) };
  return { id: response.json<{ id: string }>().id, cookie, response };
}

describe('the reader’s cookie', () => {
  it('is for the page alone, in a page of another site behind https', async () => {
    const { response } = await posted();
    expect(cookieOf(response)).toMatch(
      /^__Host-moderato-reader-[0-9a-f]{32}=[\w-]{22}\.[0-9a-z]+\.[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; Partitioned; SameSite=None$/i,
    );
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('is Lax and Secure in a page of the same site', async () => {
    for (const by of [site, open]) {
      const origin = 'https://www.comments.example';
      const headers = page(
        by === site ? HOME : origin,
        by === site ? 'api.news.example' : undefined,
      );
      expect(cookieOf((await posted(headers, {}, by)).response)).toMatch(
        /^__Host-.*; Secure; SameSite=Lax$/i,
      );
    }
  });

  it('is Lax and plain over http', async () => {
    const { response } = await posted(page('http://localhost:5173', 'localhost:3000', 'http'));
    expect(cookieOf(response)).toMatch(
      /^moderato-reader-[0-9a-f]{32}=.*; HttpOnly; SameSite=Lax$/i,
    );
    expect(cookieOf(response)).not.toMatch(/Secure|Partitioned/i);
  });

  it('comes once: with the first post, never with a later one and never by reading', async () => {
    const { id, cookie } = await posted();
    const again = await site.post(aComment(), cookie);
    expect([again.statusCode, cookieOf(again)]).toEqual([202, '']);
    for (const url of [`/v1/comments/${id}`, '/v1/counts?article=an-article']) {
      const read = await site.get(url, { ...site.reader, ...page(HOME) });
      expect([read.statusCode, cookieOf(read)]).toEqual([200, '']);
    }
  });

  it('is not given where it would not come back', async () => {
    expect(cookieOf((await posted(page(ELSEWHERE), {}, open)).response)).toBe('');
    expect(cookieOf((await posted({}, {}, open)).response)).toBe('');
    const { response } = await posted(page(HOME), {}, open);
    expect(cookieOf(response)).toBe('');
    const server = await site.post(aComment(), { ...page(HOME), ...site.site });
    expect(cookieOf(server)).toBe('');
  });

  it('makes its reader the author, with the typed name', async () => {
    const { id, cookie } = await posted(page(HOME), { author: { name: 'Ann' } });
    const later = await posted(cookie, { author: { name: 'Anna' } });
    const authors = await rows.query<Record<string, unknown>>(
      `SELECT identity, vouched, author_name FROM comments JOIN authors ON authors.id = author_id
       WHERE comments.id IN ($1, $2) ORDER BY comments.id`,
      [id, later.id],
    );
    expect(authors).toMatchObject([
      { identity: expect.stringMatching(/^reader:/), vouched: false, author_name: 'Ann' },
      { identity: authors[0]?.['identity'], vouched: false, author_name: 'Anna' },
    ]);
  });
});

describe('by the cookie', () => {
  it('one sees, edits and deletes one’s own comment, without an author token', async () => {
    const { id, cookie } = await posted(page(HOME), { body: 'Fist.' });
    expect((await site.get(`/v1/comments/${id}`, cookie)).json()).toMatchObject({
      ...{ status: 'pending', body: 'Fist.' },
    });
    expect((await site.patch(id, 'First.', { ...cookie, prefer: '' })).statusCode).toBe(202);
    expect((await site.remove(id, cookie)).statusCode).toBe(204);
  });

  it('one cannot edit after the window', async () => {
    const { id, cookie } = await posted();
    await rows.query(`UPDATE comments SET created_at = now() - interval '1 hour' WHERE id = $1`, [
      id,
    ]);
    expectProblem(
      await site.patch(id, 'Late.', { ...cookie, prefer: '' }),
      409,
      'EDIT_WINDOW_OVER',
    );
  });

  it('another reader sees and changes nothing', async () => {
    const { id } = await posted();
    const { cookie } = await posted();
    expect((await site.get(`/v1/comments/${id}`, cookie)).json()).toMatchObject({ body: null });
    expectProblem(await site.patch(id, 'No.', { ...cookie, prefer: '' }), 403, 'NOT_THE_AUTHOR');
    expectProblem(await site.remove(id, cookie), 403, 'NOT_THE_AUTHOR');
  });

  it('nobody is known whose cookie was changed, is too old or from another site', async () => {
    const { id, cookie } = await posted();
    const value = String(cookie['cookie']);
    const forged = [
      value.replace(/=./, '=_'),
      value.replace(/\.[0-9a-z]+\./, '.zzzzzz.'),
      `${value.slice(0, -2)}__`,
      value.replace(/[^.]*$/, ''),
      value.replace('__Host-', ''),
      `${value.split('=')[0] ?? ''}=`,
      'x',
    ];
    for (const other of forged) {
      const headers = { ...cookie, cookie: other };
      expectProblem(await site.remove(id, headers), 401, 'AUTHOR_TOKEN_REQUIRED');
    }
    const stranger = await open.anotherSite([HOME]);
    const name =
      /^[^=]*/.exec(pairOf((await posted(page(HOME), {}, stranger)).response))?.[0] ?? '';
    const carried = { ...stranger.reader, ...page(HOME), cookie: value.replace(/^[^=]*/, name) };
    expect(cookieOf(await stranger.post(aComment(), carried))).not.toBe('');
  });

  it('a page of another origin cannot act, though its requests carry it', async () => {
    const headers = page('https://comments.example');
    const { id, cookie } = await posted(headers, {}, open);
    const attack = { ...cookie, origin: ELSEWHERE };
    expectProblem(await open.remove(id, attack), 401, 'AUTHOR_TOKEN_REQUIRED');
    expect((await open.get(`/v1/comments/${id}`, attack)).json()).toMatchObject({ body: null });
    expect((await open.remove(id, cookie)).statusCode).toBe(204);
  });

  it('a token goes before it', async () => {
    await site.put('/v1/site/identity', { secrets: [{ id: 'a', secret: SECRET }] });
    const { cookie } = await posted();
    const token = await aToken(String(site.reader['x-site-key']), { sub: 'signed' });
    const { id } = await posted({ ...cookie, 'x-reader-token': token });
    expectProblem(await site.remove(id, cookie), 403, 'NOT_THE_AUTHOR');
  });
});

describe('where the policy wants readers to be signed in', () => {
  it('posting needs a token, or the site’s secret key', async () => {
    await site.put('/v1/policy?section=members', { anonymous: false });
    await site.put('/v1/site/identity', { secrets: [{ id: 'a', secret: SECRET }] });
    const article = { id: 'for-members', section: 'members' };
    const send = (headers: Headers) => site.post(aComment({ article }), headers);
    expectProblem(await send({}), 401, 'READER_TOKEN_REQUIRED');
    expectProblem(await send(page(HOME)), 401, 'READER_TOKEN_REQUIRED');
    const token = await aToken(String(site.reader['x-site-key']));
    expect((await send({ 'x-reader-token': token })).statusCode).toBe(202);
    expect((await send(site.site)).statusCode).toBe(202);
  });
});

describe('CORS', () => {
  const preflight = (origin: string, host = 'comments.example'): Promise<Response> =>
    site.send({
      method: 'OPTIONS',
      url: '/v1/comments',
      headers: { ...page(origin, host), 'access-control-request-method': 'POST' },
    });

  it('lets cookies along from origins that a site names, by their names', async () => {
    for (const response of [
      await preflight(HOME),
      await site.post(aComment(), page(HOME)),
      await site.get('/v1/counts?article=a', { ...site.reader, ...page(HOME) }),
    ]) {
      expect(response.headers).toMatchObject({
        'access-control-allow-origin': HOME,
        'access-control-allow-credentials': 'true',
      });
    }
    const { headers } = await preflight(HOME);
    expect(headers['access-control-allow-headers']).toMatch(/X-Reader-Token/);
  });

  it.each([ELSEWHERE, 'https://comments.example.evil.example', 'null', 'http://comments.example'])(
    'lets none along from %s, which only * lets in',
    async (origin) => {
      for (const response of [await preflight(origin), await open.post(aComment(), page(origin))]) {
        expect(response.headers['access-control-allow-origin']).toBe(origin);
        expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
      }
    },
  );

  it('lets them along from pages of the API’s own site', async () => {
    const own = await preflight('https://www.comments.example');
    expect(own.headers['access-control-allow-credentials']).toBe('true');
    const neighbors = await preflight('https://one.github.io', 'other.github.io');
    expect(neighbors.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('never allows * by itself', async () => {
    for (const origin of [HOME, ELSEWHERE, '*']) {
      const { headers } = await site.send({
        method: 'POST',
        url: '/v1/comments',
        headers: json({ origin }),
      });
      expect(headers['access-control-allow-origin'] === '*' && origin !== '*').toBe(false);
      if (origin !== HOME) expect(headers).not.toHaveProperty('access-control-allow-credentials');
    }
  });
});
