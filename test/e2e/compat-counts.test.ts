import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { Client, type Response } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';

const PAGE = 'https://news.example/story';
let service: TestService;
let client: Client;
let key: string;
beforeAll(async () => {
  service = await startService();
  client = new Client(service);
  key = service.keys.publicKey;
  for (const body of ['One is here.', 'And another one.'])
    await client.settle({ article: { id: 'story', url: PAGE }, body });
  await until(async () => (await client.count('story')) === 2, { what: 'the two' });
});
afterAll(() => service.stop());

const get = (path: string): Promise<Response> => client.get(path, {});
const post = (path: string, payload: unknown, type = 'application/json'): Promise<Response> =>
  client.send({
    method: 'POST',
    url: path,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': type, origin: 'https://news.example' },
  });

/** What a page's function is called with by a script. */
function calledBack(response: Response, object: string, method: string): unknown {
  expect(response.headers).toMatchObject({
    'content-type': 'application/javascript; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  const calls: unknown[] = [];
  runInNewContext(response.body, { [object]: { [method]: (value: unknown) => calls.push(value) } });
  return JSON.parse(JSON.stringify(calls[0]));
}

describe('Coral’s dialect', () => {
  it.each(['id=story', `url=${encodeURIComponent(PAGE)}`])('counts one story by %s', async (by) => {
    expect((await get(`/compat/${key}/coral/api/story/count?${by}`)).json()).toEqual({ count: 2 });
    expect((await get(`/compat/coral/api/story/count?site=${key}&${by}`)).json()).toEqual({
      count: 2,
    });
  });

  it('calls back, by default the function that Coral’s own script has', async () => {
    const script = await get(
      `/compat/${key}/coral/api/story/count.js?id=story&ref=%3C%2Fscript%3E`,
    );
    expect(script.body).not.toContain('</script');
    expect(calledBack(script, 'CoralCount', 'setCount')).toEqual({
      ref: '</script>',
      countHtml:
        '<span class="coral-count-number">2</span> <span class="coral-count-text">Comments</span>',
      textHtml: '<span class="coral-count-text">Comments</span>',
      count: 2,
      id: 'story',
    });
    const other = await get(`/compat/${key}/coral/api/story/count.js?id=none&callback=a.b`);
    expect(calledBack(other, 'a', 'b')).toMatchObject({ count: 0 });
  });

  it('calls nothing that is not the name of a function', async () => {
    const url = `/compat/${key}/coral/api/story/count.js?id=story&callback=`;
    for (const callback of ['alert(1)//', 'a b', '', 'a%3Cb'])
      expectBroken(await get(`${url}${encodeURIComponent(callback)}`), 'callback', 'isCallback');
    expectBroken(await get(`${url}a&callback=b`), 'callback', 'isCallback');
  });
});

describe('Remark42’s dialect', () => {
  it.each(['application/json', 'text/plain;charset=UTF-8'])(
    'counts pages from %s',
    async (type) => {
      const path = `/compat/remark42/api/v1/counts?site=${key}`;
      const [known, unknown] = (await post(path, [PAGE, 'https://x.example/'], type)).json<
        object[]
      >();
      expect(known).toEqual({
        url: PAGE,
        count: 2,
        first_time: expect.stringMatching(/^\d{4}-.*Z$/),
        last_time: expect.stringMatching(/^\d{4}-.*Z$/),
      });
      expect(unknown).toEqual({ url: 'https://x.example/', count: 0 });
    },
  );
});

describe('Isso’s dialect', () => {
  it('counts pages by their addresses or paths', async () => {
    const response = await post(`/compat/${key}/isso/count`, ['/story', PAGE, '/none']);
    expect(response.json()).toEqual([2, 2, 0]);
  });
});

describe('Disqus’ dialect', () => {
  it('counts by identifiers and addresses', async () => {
    const query = `1=story&1=none&2=${encodeURIComponent(PAGE)}`;
    const script = await get(`/compat/${key}/disqus/count-data.js?${query}`);
    expect(calledBack(script, 'DISQUSWIDGETS', 'displayCount')).toEqual({
      text: {
        and: 'and',
        comments: { zero: '0 Comments', one: '1 Comment', multiple: '{num} Comments' },
      },
      counts: [
        { id: 'story', comments: 2 },
        { id: 'none', comments: 0 },
        { id: PAGE, comments: 2 },
      ],
    });
  });
});

describe('every dialect', () => {
  const isso = (): string => `/compat/${key}/isso/count`;

  it('asks for a key that is known, and an origin that is allowed', async () => {
    expectProblem(await get('/compat/coral/api/story/count?id=a'), 401, 'SITE_KEY_MISSING');
    expectProblem(await get('/compat/pk_no/coral/api/story/count?id=a'), 401, 'SITE_KEY_UNKNOWN');
    expectProblem(
      await get('/compat/coral/api/story/count?site=a&site=b&id=a'),
      401,
      'SITE_KEY_UNKNOWN',
    );
    const other = await client.anotherSite(['https://other.example']);
    const theirs = `/compat/${other.reader['x-site-key']}/isso/count`;
    expectProblem(await post(theirs, [PAGE]), 403, 'ORIGIN_NOT_ALLOWED');
  });

  it.each<[unknown, string]>([
    ['{', 'MALFORMED_JSON'],
    [{}, 'MALFORMED_JSON'],
    [[1], 'MALFORMED_JSON'],
    [[], 'VALIDATION_FAILED'],
    [[''], 'VALIDATION_FAILED'],
    [['a\0b'], 'VALIDATION_FAILED'],
    [Array.from({ length: 101 }, () => 'x'), 'VALIDATION_FAILED'],
  ])('refuses the body %j', async (body, code) => {
    expectProblem(await post(isso(), body), 400, code as 'MALFORMED_JSON');
  });

  it('takes text for JSON here alone', async () => {
    const response = await post('/v1/comments', '{}', 'text/plain');
    expectProblem(response, 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('tells one site nothing of another', async () => {
    const other = await client.anotherSite();
    const theirs = other.reader['x-site-key'];
    expect((await post(`/compat/${theirs}/isso/count`, [PAGE])).json()).toEqual([0]);
    expect((await get(`/compat/${theirs}/coral/api/story/count?id=story`)).json()).toEqual({
      count: 0,
    });
  });
});
