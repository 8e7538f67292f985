import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThreadComment, ThreadPage } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client, type Headers, type Response } from './support/client.js';
import { expectBroken, expectProblem, wellFormedProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({
    checks: [scoreFromText],
    settings: { LIMIT_ACTIONS_PER_READER: 'off', LIMIT_ACTIONS_PER_ADDRESS: 'off' },
  });
  client = new Client(service);
});
afterAll(() => service.stop());

const read = (article: string, query = '', headers: Headers = {}): Promise<Response> =>
  client.get(`/v1/articles/${encodeURIComponent(article)}/comments${query}`, {
    ...client.reader,
    ...headers,
  });
const page = async (article: string, query = '', headers: Headers = {}): Promise<ThreadPage> =>
  (await read(article, query, headers)).json<ThreadPage>();
const bodies = (comments: ThreadComment[]): string[] => comments.map(({ body }) => body);

async function post(article: string, body: string, parentId?: string): Promise<string> {
  return (await client.settle({ article: { id: article }, body, parentId })).id;
}

/** All pages, each asked for by the cursor of the one before. */
async function walk(article: string, query: string, first = ''): Promise<ThreadPage[]> {
  const pages = [await page(article, `?${query}${first}`)];
  for (let next = pages[0]?.next; next != null; next = pages.at(-1)?.next)
    pages.push(await page(article, `?${query}&cursor=${next}`));
  return pages;
}

describe('the comments under an article', () => {
  it('are none under an article that nobody knows', async () => {
    expect(await page('unknown')).toMatchObject({
      article: { id: 'unknown', count: 0, closed: false, title: null, url: null },
      comments: [],
      next: null,
      rules: { anonymous: true, maximumCharacters: expect.any(Number), nudge: false },
      reader: null,
    });
  });

  it('come page by page, newest or oldest first, each once', async () => {
    for (const body of ['one', 'two', 'three', 'four', 'five']) await post('paged', body);
    const newest = await walk('paged', 'sort=newest&limit=2');
    expect(newest.map(({ comments }) => bodies(comments))).toEqual([
      ['five', 'four'],
      ['three', 'two'],
      ['one'],
    ]);
    const oldest = await walk('paged', 'sort=oldest&limit=3');
    expect(oldest.map(({ comments }) => bodies(comments))).toEqual([
      ['one', 'two', 'three'],
      ['four', 'five'],
    ]);
    expect(newest[0]?.article.count).toBe(5);
  });

  it('carry their replies, as deep as asked for, and say where more are', async () => {
    const top = await post('deep', 'top');
    const first = await post('deep', 'first', top);
    await post('deep', 'below', first);
    for (let n = 2; n <= 8; n += 1) await post('deep', `reply ${n}`, top);
    const [thread] = (await page('deep', '?depth=2')).comments;
    expect(thread?.replies.total).toBe(9);
    expect(bodies(thread?.replies.comments ?? [])).toEqual([
      'first',
      'reply 2',
      'reply 3',
      'reply 4',
      'reply 5',
    ]);
    expect(bodies(thread?.replies.comments[0]?.replies.comments ?? [])).toEqual(['below']);
    const more = await page('deep', `?parent=${top}&cursor=${thread?.replies.next}`);
    expect(bodies(more.comments)).toEqual(['reply 6', 'reply 7', 'reply 8']);
    const [shallow] = (await page('deep', '?depth=0')).comments;
    expect(shallow?.replies).toMatchObject({ total: 9, comments: [], next: expect.any(String) });
    const all = await walk(
      'deep',
      `parent=${top}&limit=3&depth=0`,
      `&cursor=${shallow?.replies.next}`,
    );
    expect(all.flatMap(({ comments }) => bodies(comments))).toHaveLength(8);
    expect(all[0]?.comments[0]?.replies.total).toBe(1);
  });

  it('leave out what stands below something that is not published', async () => {
    const top = await post('hidden', 'top');
    const held = await post('hidden', HELD, top);
    await post('hidden', 'below', held);
    const [thread] = (await page('hidden')).comments;
    expect(thread?.replies).toEqual({ total: 0, comments: [], next: null });
    expectProblem(await read('hidden', `?parent=${held}`), 404, 'COMMENT_NOT_FOUND');
    expectProblem(await read('paged', `?parent=${top}`), 404, 'COMMENT_NOT_FOUND');
  });

  it('begin with the pinned ones, once', async () => {
    const [first] = await Promise.all([post('pinned', 'pin me')]);
    await post('pinned', 'later');
    const url = `/v1/comments/${first}/placement`;
    expect((await client.put(url, { pinned: true, featured: true })).json()).toEqual({
      pinned: true,
      featured: true,
    });
    await until(async () => (await page('pinned')).comments[0]?.pinned, { what: 'the pinned one' });
    const { comments } = await page('pinned', '?sort=newest');
    expect(bodies(comments)).toEqual(['pin me', 'later']);
    expect(comments[0]).toMatchObject({ pinned: true, featured: true });
    const reply = await post('pinned', 'reply', first);
    const refused = await client.put(`/v1/comments/${reply}/placement`, { pinned: true });
    expectBroken(refused, 'pinned', 'isTopComment');
    expectProblem(
      await client.put(url, { pinned: true }, client.reader),
      401,
      'SECRET_KEY_REQUIRED',
    );
  });

  it('come best first by their likes, then newest first', async () => {
    const ids: string[] = [];
    for (const body of ['none', 'one like', 'two likes', 'disliked', 'also none'])
      ids.push(await post('best', body));
    await Promise.all([like(ids[1]!), like(ids[2]!), like(ids[2]!), like(ids[3]!, 'dislike')]);
    const pages = await walk('best', 'sort=best&limit=2');
    expect(pages.flatMap(({ comments }) => bodies(comments))).toEqual([
      'two likes',
      'one like',
      'also none',
      'disliked',
      'none',
    ]);
  });
});

const asPage = (cookie = ''): Headers => ({
  ...client.reader,
  origin: 'http://localhost',
  host: 'localhost',
  ...(cookie && { cookie }),
});

async function like(id: string, kind = 'like'): Promise<void> {
  const response = await client.send({
    method: 'PUT',
    url: `/v1/comments/${id}/reactions/${kind}`,
    headers: asPage(),
  });
  expect(response.statusCode, response.body).toBe(200);
}

describe('a reader', () => {
  it('who is known sees what is held of their own, and nobody else does', async () => {
    const posted = await client.send({
      method: 'POST',
      url: '/v1/comments',
      payload: { article: { id: 'own' }, body: `${HELD} mine`, author: { name: 'Ann' } },
      headers: { ...asPage(), 'content-type': 'application/json', prefer: 'wait=10' },
    });
    expect(posted.json<{ status: string }>().status).toBe('held');
    const cookie = String(posted.headers['set-cookie']).split(';')[0] ?? '';
    const response = await read('own', '', asPage(cookie));
    expect(response.headers['cache-control']).toBe('private, no-store');
    const own = response.json<ThreadPage>();
    expect(own.reader).toEqual({ name: null, anonymous: true });
    expect(own.comments[0]).toMatchObject({
      body: `${HELD} mine`,
      own: { status: 'held', editableUntil: expect.any(String), rejection: null },
      reacted: [],
    });
    expect((await page('own')).comments).toEqual([]);
    expect((await page('own', '', asPage(cookie.replace(/=./, '=x')))).comments).toEqual([]);
  });
});

describe('a cache', () => {
  it('is told by a tag whether a page is the same, in every coding', async () => {
    for (let n = 0; n < 5; n += 1)
      await post('cached', `A long enough comment. ${'x'.repeat(300)}`);
    const first = await read('cached');
    expect(first.headers['cache-control']).toBe('public, max-age=0, s-maxage=2');
    const tag = String(first.headers.etag);
    const again = await read('cached', '', { 'if-none-match': tag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    for (const coding of ['br', 'gzip']) {
      const coded = await read('cached', '', { 'accept-encoding': coding });
      expect(coded.headers['content-encoding']).toBe(coding);
      expect(coded.headers.etag).not.toBe(tag);
      const headers = { 'accept-encoding': coding, 'if-none-match': String(coded.headers.etag) };
      expect((await read('cached', '', headers)).statusCode).toBe(304);
    }
    await post('cached', 'another');
    expect((await read('cached', '', { 'if-none-match': tag })).statusCode).toBe(200);
  });
});

describe('what nobody should send', () => {
  it.each([
    ['limit=0', 'limit', 'min'],
    ['limit=101', 'limit', 'max'],
    ['limit=1e1', 'limit', 'isInt'],
    ['depth=11', 'depth', 'max'],
    ['depth=-1', 'depth', 'isInt'],
    ['sort=worst', 'sort', 'isIn'],
    ['parent=7', 'parent', 'isUuid'],
    ['cursor=%20', 'cursor', 'matches'],
    ['cursor=abc', 'cursor', 'isCursor'],
    ['offset=1', 'offset', 'isKnownField'],
  ])('%s is refused', async (query, field, rule) => {
    await client.settle({ article: { id: 'refusals' } });
    expectBroken(await read('refusals', `?${query}`), field, rule);
  });

  it('never makes an error of ours, whatever the cursor is', async () => {
    const { next } = await page('paged', '?limit=1');
    const cursors = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.string({ maxLength: 60 }).map((text) => Buffer.from(text).toString('base64url')),
      fc
        .tuple(fc.constantFrom('n', 'o', 'b', 'r'), fc.double(), fc.bigInt(), fc.uuid())
        .map((parts) => Buffer.from(parts.join(' ')).toString('base64url')),
      fc.nat(150).map((at) => `${next?.slice(0, at)}A${next?.slice(at + 1)}`),
    );
    const sorts = fc.constantFrom('newest', 'oldest', 'best');
    await fc.assert(
      fc.asyncProperty(cursors, sorts, async (cursor, sort) => {
        const query = `?sort=${sort}&cursor=${encodeURIComponent(cursor)}`;
        const response = await read('paged', query);
        if (response.statusCode === 200) return;
        expect(wellFormedProblem(response).code).toBe('VALIDATION_FAILED');
      }),
      { numRuns: 200, seed: 20_261_122 },
    );
  });
});
