import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../harness/until.js';
import { startService, type TestService } from '../harness/service.js';
import { Client, type Headers, type Response } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { expectProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
});
afterAll(() => service.stop());

const addressOf = (...articles: string[]): string =>
  `/v1/counts?${articles.map((id) => `article=${encodeURIComponent(id)}`).join('&')}`;
const read = (articles: string[], headers: Headers = {}): Promise<Response> =>
  client.get(addressOf(...articles), { ...client.reader, ...headers });
const tagOf = ({ headers }: Response): string => String(headers.etag);

describe('the counts of articles', () => {
  it('are 0 where nothing is known, in the order of the question, once for each', async () => {
    await client.settle({ article: { id: 'known' } });
    const response = await read(['zebra', 'known', 'apple', 'known']);
    expect(response.body).toBe('{"counts":{"zebra":0,"known":1,"apple":0}}');
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  it.each([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'a/b?c=d&e#f',
    'a+b c%20d',
    '100%',
    '12',
    '"quoted" \\ <b>',
    'Ärtikel–日本語–🙂',
    'a\u2028b',
    'x'.repeat(200),
  ])('are true for the id %j', async (id) => {
    await client.settle({ article: { id } });
    const counts = (await read([id, 'other'])).json<{ counts: object }>().counts;
    expect(Object.entries(counts)).toContainEqual([id, 1]);
    expect(Object.keys(counts)).toHaveLength(2);
  });

  it('are two for two ids that look alike in another Unicode form or case', async () => {
    await client.settle({ article: { id: 'Café' } });
    const ids = ['Café', 'Cafe\u0301', 'café'];
    expect((await read(ids)).json()).toEqual({
      counts: { [ids[0]!]: 1, [ids[1]!]: 0, [ids[2]!]: 0 },
    });
  });

  it('are given for 100 articles at once, and for no more', async () => {
    const ids = Array.from({ length: 101 }, (_, n) => `article-${n}`);
    expect(Object.keys((await read(ids.slice(1))).json<{ counts: object }>().counts)).toEqual(
      ids.slice(1),
    );
    expectProblem(await read(ids), 400, 'VALIDATION_FAILED', [
      { field: 'article', rule: 'arrayMaxSize' },
    ]);
    const none = await client.get('/v1/counts');
    expectProblem(none, 400, 'VALIDATION_FAILED', [{ field: 'article', rule: 'arrayMinSize' }]);
  });

  it('are given for 100 of the longest ids', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => `${n}-${'🙂'.repeat(197)}`);
    expect((await read(ids)).statusCode).toBe(200);
  });

  it('are each site’s own', async () => {
    await client.settle({ article: { id: 'ours' } });
    const other = await client.anotherSite();
    await client.counts('ours', 1);
    await other.counts('ours', 0);
  });
});

describe('a cache', () => {
  it('is told how long the counts hold, and what they depend on', async () => {
    const byKey = await read(['a']);
    expect(byKey.headers['cache-control']).toBe('public, max-age=2, stale-while-revalidate=8');
    expect(byKey.headers.vary).toBe('X-Site-Key, Authorization, Origin, Accept-Encoding');
    const withKeyInAddress = await client.get(
      `${addressOf('a')}&siteKey=${service.keys.publicKey}`,
      {},
    );
    expect(withKeyInAddress.body).toBe(byKey.body);
    expect(withKeyInAddress.headers['cache-control']).toMatch(/^public/);
  });

  it('may not give others what the secret key was answered', async () => {
    const response = await client.get(addressOf('a'), client.site);
    expect(response.headers['cache-control']).toMatch(/^private/);
  });

  it('gets the same strong tag for the same counts, and another for others', async () => {
    const first = await read(['tagged']);
    expect(tagOf(first)).toMatch(/^"[\w-]+"$/);
    expect(tagOf(await read(['tagged']))).toBe(tagOf(first));
    expect(tagOf(await read(['tagged', 'more']))).not.toBe(tagOf(first));
    await client.settle({ article: { id: 'tagged' } });
    expect(tagOf(await read(['tagged']))).not.toBe(tagOf(first));
  });

  it.each<[string, (tag: string) => string, number]>([
    ['the tag', (tag) => tag, 304],
    ['the tag as a weak one', (tag) => `W/${tag}`, 304],
    ['a list with the tag', (tag) => `"other", ${tag} ,W/"more"`, 304],
    ['*', () => '*', 304],
    ['another tag', () => '"other"', 200],
    ['the tag without quotes', (tag) => tag.slice(1, -1), 200],
    ['nothing', () => '', 200],
    ['garbage', () => '","W/"', 200],
  ])('that has %s is answered accordingly', async (_, ifNoneMatch, status) => {
    const known = await read(['cached']);
    const response = await read(['cached'], { 'if-none-match': ifNoneMatch(tagOf(known)) });
    expect(response.statusCode).toBe(status);
    expect(response.body).toBe(status === 304 ? '' : known.body);
    for (const name of ['etag', 'cache-control', 'vary']) {
      expect(response.headers[name]).toBe(known.headers[name]);
    }
  });

  it('may ask with HEAD', async () => {
    const got = await read(['a']);
    const head = await client.send({ method: 'HEAD', url: addressOf('a'), headers: client.reader });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    for (const name of ['etag', 'cache-control', 'content-length']) {
      expect(head.headers[name]).toBe(got.headers[name]);
    }
    const byAddress = `${addressOf('a')}&siteKey=${service.keys.publicKey}`;
    expect((await client.send({ method: 'HEAD', url: byAddress })).statusCode).toBe(200);
  });

  it('may not keep a refusal', async () => {
    const response = await client.get(addressOf('a'), { 'x-site-key': 'unknown' });
    expectProblem(response, 401, 'SITE_KEY_UNKNOWN');
  });

  it('learns from a page’s OPTIONS what it may send', async () => {
    const headers = { origin: 'https://a.example', 'access-control-request-method': 'GET' };
    const response = await client.send({ method: 'OPTIONS', url: addressOf('a'), headers });
    expect(response.statusCode).toBe(204);
    expect(response.headers['access-control-allow-origin']).toBe('https://a.example');
  });
});

describe('a count', () => {
  it('has the published comments alone', async () => {
    const article = { id: 'mixed' };
    for (const body of ['One.', HELD, 'Two.', REJECTED, 'Three.'])
      await client.settle({ article, body });
    await client.counts('mixed', 3);
  });

  it('leaves out replies under what is not published, until it is', async () => {
    const article = { id: 'below' };
    const held = await client.settle({ article, body: HELD });
    const reply = await client.settle({ article, parentId: held.id });
    await client.settle({ article, parentId: reply.id });
    await client.counts('below', 0);
    await client.patch(held.id, 'Now civil.', client.site);
    await client.counts('below', 3);
    await client.remove(reply.id, client.site);
    await until(async () => (await client.count('below')) === 1, { what: 'the count without it' });
  });

  it('is right after hundreds of comments, edits and deletions at once', async () => {
    const article = { id: 'busy' };
    const tops = await Promise.all(Array.from({ length: 20 }, () => client.settle({ article })));
    const replies = tops.flatMap(({ id }) =>
      [0, 1].map(() => client.settle({ article, parentId: id })),
    );
    const changes = tops.map(({ id }, n) => {
      if (n % 4 === 0) return client.remove(id, client.site);
      return client.patch(id, n % 4 === 1 ? HELD : `Changed ${n}.`, client.site);
    });
    const [answers] = await Promise.all([Promise.all(changes), Promise.allSettled(replies)]);
    for (const { statusCode, body } of answers) expect(statusCode, body).toBeOneOf([200, 204]);
    const shown = (await Promise.all(tops.map(({ id }) => client.seen(id)))).filter(
      ({ status }) => status === 'published',
    );
    expect(shown).toHaveLength(10);
    expect(await client.count(article.id)).toBe(30);
  });
});
