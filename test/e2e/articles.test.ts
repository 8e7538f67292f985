import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { ArticleChanges } from '#announcements';
import type { ThreadPage } from '#contract';
import { until } from '../harness/until.js';
import { aComment, Client } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { startSecondApi } from './support/second-api.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ checks: [] });
  client = new Client(service);
});
afterAll(() => service.stop());

const NOTHING = { url: null, title: null, section: null, closed: false, count: 0 };
const address = (id: string): string => `/v1/articles/${encodeURIComponent(id)}`;

describe('GET /v1/articles/:id', () => {
  it('gives what the first comment said of the article, and the count', async () => {
    const article = { id: 'said', url: 'https://a.example/1', title: 'Title', section: 'news' };
    await client.settle({ article });
    expect((await client.get(address('said'))).json()).toEqual({
      ...article,
      closed: false,
      count: 1,
    });
  });

  it('takes address and title from the first comment that says them, and no other section', async () => {
    const tell = (told: object) => client.settle({ article: { id: 'told-later', ...told } });
    const known = async () => (await client.get(address('told-later'))).json();
    const whole = { id: 'told-later', url: 'https://a.example/9', title: 'Nine', section: null };
    await tell({});
    await Promise.all([tell({ title: 'Nine', section: 'news' }), tell({})]);
    expect(await known()).toMatchObject({ ...whole, url: null });
    await tell({ title: 'Ten', url: 'https://a.example/9' });
    await tell({ title: 'Ten', url: 'https://a.example/10' });
    expect(await known()).toEqual({ ...whole, closed: false, count: 5 });
  });

  it('knows no article that nobody has described or commented on, nor another site’s', async () => {
    expectProblem(await client.get(address('nobody')), 404, 'ARTICLE_NOT_FOUND');
    await client.put(address('ours'), {});
    const other = await client.anotherSite();
    expectProblem(await other.get(address('ours')), 404, 'ARTICLE_NOT_FOUND');
  });

  it.each(['a/b', '100%', '__proto__', 'a b', 'Ä🙂', 'x'.repeat(200), '🙂'.repeat(200), '?#&'])(
    'finds the article called %j',
    async (id) => {
      await client.put(address(id), { title: 'Here' });
      expect((await client.get(address(id))).json()).toEqual({ ...NOTHING, id, title: 'Here' });
    },
  );
});

describe('PUT /v1/articles/:id', () => {
  it('makes an article', async () => {
    const response = await client.put(address('made'), {});
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ id: 'made', ...NOTHING });
  });

  it('changes what is given, empties what is null, and leaves the rest', async () => {
    const whole = { url: 'https://a.example/2', title: 'Two', section: 'sport', closed: true };
    await client.put(address('changed'), whole);
    const steps: [object, object][] = [
      [{}, whole],
      [{ title: 'Three' }, { title: 'Three', section: 'sport', closed: true }],
      [{ url: null }, { url: null, title: 'Three' }],
      [{ closed: false }, { url: null, section: 'sport', closed: false }],
    ];
    for (const [change, expected] of steps) {
      expect((await client.put(address('changed'), change)).json()).toMatchObject(expected);
    }
  });

  it('closes and opens an article to comments, and keeps those it has', async () => {
    const article = { id: 'door' };
    await client.settle({ article });
    expect((await client.put(address('door'), { closed: true })).json()).toMatchObject({
      closed: true,
      count: 1,
    });
    expectProblem(await client.post(aComment({ article })), 409, 'ARTICLE_CLOSED');
    await client.put(address('door'), { closed: false });
    await client.settle({ article });
    await client.counts('door', 2);
  });

  it('does the same twenty times at once as once', async () => {
    const puts = Array.from({ length: 20 }, () => client.put(address('at-once'), { title: 'One' }));
    const answers = new Set(
      (await Promise.all(puts)).map(({ statusCode, body }) => `${statusCode} ${body}`),
    );
    expect(answers.size).toBe(1);
  });

  it('is for the secret key alone', async () => {
    expectProblem(await client.put(address('x'), {}, client.reader), 401, 'SECRET_KEY_REQUIRED');
    expectProblem(await client.put(address('x'), {}, {}), 401, 'SECRET_KEY_REQUIRED');
    expectProblem(await client.get(address('x')), 404, 'ARTICLE_NOT_FOUND');
  });

  it.each<[field: string, rule: string, change: object]>([
    ['url', 'isUrl', { url: 'javascript:alert(1)' }],
    ['url', 'noControlCharacters', { url: 'https://a.example/\u0000' }],
    ['title', 'isString', { title: 5 }],
    ['title', 'minLength', { title: '' }],
    ['title', 'noControlCharacters', { title: 'a\u0000' }],
    ['section', 'maxLength', { section: 'x'.repeat(101) }],
    ['closed', 'isBoolean', { closed: null }],
    ['closed', 'isBoolean', { closed: 'true' }],
    ['count', 'isKnownField', { count: 5 }],
    ['id', 'isKnownField', { id: 'other' }],
  ])('%s breaks %s: %j', async (field, rule, change) => {
    expectBroken(await client.put(address('rules'), change), field, rule);
    expectProblem(await client.get(address('rules')), 404, 'ARTICLE_NOT_FOUND');
  });
});

describe('pages with the comments of an article', () => {
  it('say in every process that it is closed once that has heard of it, not when they are old', async () => {
    const second = await startSecondApi(service);
    try {
      await second.init();
      await second.getHttpAdapter().getInstance().ready();
      const heard: string[] = [];
      second.get(ArticleChanges, { strict: false }).subscribe({
        // At its start it has to take all for changed.
        touched: (articles) => {
          if (articles !== 'all') heard.push(...articles.map(({ article }) => article));
        },
      });
      const elsewhere = new Client({ ...service, app: second });
      const page = async (): Promise<ThreadPage> =>
        (await elsewhere.get(`${address('ending')}/comments`)).json();
      const changed = () => until(() => heard.includes('ending'), { what: 'the article’s change' });
      await client.put(address('ending'), { title: 'Ending' });
      await changed();
      for (const closed of [true, false]) {
        heard.length = 0;
        expect((await page()).article.closed).toBe(!closed);
        await client.put(address('ending'), { closed });
        await changed();
        expect((await page()).article.closed).toBe(closed);
      }
    } finally {
      await second.close();
    }
  });
});
