import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, json, type Taken } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function storedBody(id: string): Promise<string | undefined> {
  const [row] = await rows.query<{ body: string }>('SELECT body FROM comments WHERE id = $1', [id]);
  return row?.body;
}

describe('a comment that is taken', () => {
  it('is answered with 202, its id, and where its status is read', async () => {
    const response = await client.post(aComment());
    const { id, ...rest } = response.json<Taken>();
    expect(response.statusCode).toBe(202);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(response.headers.location).toBe(`/v1/comments/${id}`);
    expect(response.headers['preference-applied']).toBeUndefined();
    const authorToken = expect.stringMatching(/^[\w-]{43}$/);
    expect(rest).toEqual({ status: 'pending', statusUrl: `/v1/comments/${id}`, authorToken });
  });

  it('is committed before it is answered', async () => {
    const { id } = await client.submit();
    expect(await rows.query('SELECT 1 AS there FROM comments WHERE id = $1', [id])).toHaveLength(1);
  });

  it.each<[rule: string, given: string, stored: string]>([
    ['as it was typed', 'Good morning.', 'Good morning.'],
    ['with letters of every script', 'Ünïcödé, 日本語, עברית, ไทย', 'Ünïcödé, 日本語, עברית, ไทย'],
    ['with emoji of several code points', 'Yes 👍🏽 👩‍👩‍👧‍👦 🇨🇭', 'Yes 👍🏽 👩‍👩‍👧‍👦 🇨🇭'],
    ['with decomposed letters put together (NFC)', 'Cafe\u0301', 'Café'],
    ['without the blanks around it', ' \n\t a b \u00a0\n', 'a b'],
    ['with Windows and old Mac line ends as Unix ones', 'one\r\ntwo\rthree', 'one\ntwo\nthree'],
    ['with tabs and empty lines inside', 'a\tb\n\nc', 'a\tb\n\nc'],
    ['with markup as plain text', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['with what looks like SQL', `'); DROP TABLE comments; --`, `'); DROP TABLE comments; --`],
    ['with what looks like an array of Postgres', '{"a",NULL}', '{"a",NULL}'],
    ['with names that objects of JavaScript have', '__proto__', '__proto__'],
    ['at its shortest', 'x', 'x'],
    ['with 5,000 characters', 'x'.repeat(5000), 'x'.repeat(5000)],
    ['with 5,000 characters of two UTF-16 units', '🙂'.repeat(5000), '🙂'.repeat(5000)],
    ['with 5,000 characters once it is trimmed', ` ${'é'.repeat(5000)} `, 'é'.repeat(5000)],
  ])('is stored %s', async (_, given, stored) => {
    const { id } = await client.submit({ body: given });
    expect(await storedBody(id)).toBe(stored);
  });

  it.each<[rule: string, changes: Record<string, unknown>]>([
    ['without an author', { author: undefined }],
    ['with an author of null', { author: null }],
    ['with an author of whom nothing is said', { author: {} }],
    ['with a name alone', { author: { name: 'Ann', email: null } }],
    ['with an address alone', { author: { name: null, email: 'ann@example.com' } }],
    [
      'with nothing known of the article',
      { article: { id: 'x', url: null, title: null, section: null } },
    ],
    ['with a parent of null', { parentId: null }],
    ['with an article called __proto__', { article: { id: '__proto__' } }],
    [
      'with an article whose id is an address',
      { article: { id: 'https://a.example/b?c=d&e#f %2F' } },
    ],
    [
      'with an article on a host without a domain',
      { article: { id: 'x', url: 'http://intranet/a' } },
    ],
    ['with an article id of 200 characters', { article: { id: '🙂'.repeat(200) } }],
  ])('may come %s', async (_, changes) => {
    const { id } = await client.submit(changes);
    expect(await storedBody(id)).toMatch(/^A fine day/);
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset=UTF-8',
  ])('may have the content type %s', async (type) => {
    const response = await client.post(JSON.stringify(aComment()), { 'content-type': type });
    expect(response.statusCode).toBe(202);
  });

  it('may be posted by the site’s server with its secret key', async () => {
    const response = await client.post(aComment(), {}, json(client.site));
    expect(response.statusCode).toBe(202);
  });

  it('keeps what the first comment said of its article', async () => {
    const first = { id: 'described', url: 'https://a.example/1', title: 'One', section: 'news' };
    await client.submit({ article: first });
    await client.submit({ article: { ...first, title: 'Two', section: 'sport' } });
    const article = await client.get('/v1/articles/described');
    expect(article.json()).toMatchObject(first);
  });

  it('makes the article as the first of several at the same time describes it', async () => {
    const titles = Array.from({ length: 20 }, (_, n) => `Title ${n}`);
    await Promise.all(titles.map((title) => client.submit({ article: { id: 'at-once', title } })));
    expect((await client.get('/v1/articles/at-once')).json()).toMatchObject({ title: 'Title 0' });
  });
});

describe('a reply', () => {
  it('stands under its parent, whatever the parent’s status', async () => {
    for (const body of ['published', HELD, REJECTED]) {
      const parent = await client.settle({ body });
      const reply = await client.submit({ parentId: parent.id.toUpperCase() });
      expect(await client.seen(reply.id)).toMatchObject({ parentId: parent.id });
    }
  });
});

describe('Prefer: wait', () => {
  it.each([
    ['published', 'A fine day.'],
    ['held', HELD],
    ['rejected', REJECTED],
  ])('answers 200 with the verdict once it is there: %s', async (status, body) => {
    const response = await client.post(aComment({ body }), { prefer: 'wait=10' });
    expect(response.statusCode).toBe(200);
    expect(response.headers['preference-applied']).toBe('wait=10');
    expect(response.json()).toMatchObject({ status });
  });

  it.each(['wait=0', 'wait=-1', 'wait=', 'wait=soon', 'wait', 'respond-async', ';;;', 'wait=1e1'])(
    'is ignored when it says %j',
    async (prefer) => {
      const response = await client.post(aComment(), { prefer });
      expect(response.statusCode).toBe(202);
      expect(response.headers['preference-applied']).toBeUndefined();
    },
  );

  it('waits ten seconds at most', async () => {
    const response = await client.post(aComment(), { prefer: 'wait=86400' });
    expect(response.headers['preference-applied']).toBe('wait=10');
  });
});
