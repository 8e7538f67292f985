import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Headers, json, type Taken } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const NUL = '\u0000';
const HALF = '\ud83d';
const NOBODY = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';

let service: TestService;
let client: Client;
let rows: Rows;
let before: Record<string, number>;
beforeAll(async () => {
  // Without a worker, so that nothing but the requests changes the tables.
  service = await startService({ worker: false });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  before = await rows.perTable();
});
afterAll(async () => {
  expect(await rows.perTable(), 'nothing is stored of what was refused').toEqual(before);
  await rows.close();
  await service.stop();
});

type Json = Record<string, unknown>;

/** JSON text with lone surrogates and other code units as escapes, which every client can send. */
const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\x20-\x7e]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });

const article = (part: Json): Json => ({ article: { id: 'a', ...part } });
const author = (part: Json): Json => ({ author: part });

describe('the site’s key', () => {
  const key = (value: string): Partial<InjectOptions> => ({
    headers: json({ 'x-site-key': value }),
  });

  it.each<[string, Partial<InjectOptions>, Parameters<typeof expectProblem>[2]]>([
    ['is missing', { headers: json({}) }, 'SITE_KEY_MISSING'],
    ['is empty', key(''), 'SITE_KEY_UNKNOWN'],
    ['is unknown', key('pk_000000000000000000000000'), 'SITE_KEY_UNKNOWN'],
    ['has a NUL', key(`pk_${NUL}`), 'SITE_KEY_UNKNOWN'],
    ['has 10 KB', key('x'.repeat(10_000)), 'SITE_KEY_UNKNOWN'],
    ['has blanks and quotes', key(`' OR 1=1 --`), 'SITE_KEY_UNKNOWN'],
    ['is called __proto__', key('__proto__'), 'SITE_KEY_UNKNOWN'],
    [
      'is a secret that nobody has',
      { headers: json({ authorization: 'Bearer x' }) },
      'SECRET_KEY_UNKNOWN',
    ],
    ['is a password', { headers: json({ authorization: 'Basic eDp5' }) }, 'SECRET_KEY_UNKNOWN'],
    [
      'is a Bearer of nothing',
      { headers: json({ authorization: 'Bearer ' }) },
      'SECRET_KEY_UNKNOWN',
    ],
  ])('is refused when it %s', async (_, options, code) => {
    const request = { method: 'POST', url: '/v1/comments', payload: aComment() } as const;
    const response = await client.send({ ...request, ...options });
    expectProblem(response, 401, code);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="moderato"');
  });

  it('is not taken from the address of a POST', async () => {
    const url = `/v1/comments?siteKey=${service.keys.publicKey}`;
    const response = await client.send({
      method: 'POST',
      url,
      payload: aComment(),
      headers: json({}),
    });
    expectProblem(response, 401, 'SITE_KEY_MISSING');
  });

  it('is refused in the address when it comes twice', async () => {
    const { publicKey } = service.keys;
    const response = await client.get(
      `/v1/counts?article=a&siteKey=${publicKey}&siteKey=${publicKey}`,
      {},
    );
    expectProblem(response, 401, 'SITE_KEY_UNKNOWN');
  });

  it('and the secret key must be of one site', async () => {
    const other = await client.anotherSite();
    const response = await client.post(aComment(), other.site);
    expectProblem(response, 403, 'SECRET_KEY_OF_ANOTHER_SITE');
  });
});

describe('a body that is not one JSON object', () => {
  it.each([
    ['is cut off', '{"article": {"id": "a"', /not valid JSON/],
    ['has a comma too many', '{"a": 1,}', /not valid JSON at position 8\.$/],
    ['is an array', '[]', /one JSON object/],
    ['is an array with a comment in it', JSON.stringify([aComment()]), /one JSON object/],
    ['is a string', '"x"', /one JSON object/],
    ['is null', 'null', /one JSON object/],
    ['is a number', '42', /one JSON object/],
    ['is true', 'true', /one JSON object/],
    ['is empty', '', /is empty/],
    ['is blank', '  ', /not valid JSON/],
    ['is a form', 'body=x&article=a', /not valid JSON/],
  ])('is refused when it %s', async (_, payload, detail) => {
    const problem = expectProblem(await client.post(payload), 400, 'MALFORMED_JSON');
    expect(problem.detail).toMatch(detail);
  });

  it('is refused when it is not UTF-8', async () => {
    const bytes = Buffer.from('{"article":{"id":"a"},"body":"caf\u00e9"}', 'latin1');
    const problem = expectProblem(await client.post(bytes), 400, 'MALFORMED_JSON');
    expect(problem.detail).toMatch(/UTF-8/);
  });

  it('is refused when there is none at all', async () => {
    const request = { method: 'POST', url: '/v1/comments', headers: client.reader } as const;
    expectProblem(await client.send(request), 400, 'MALFORMED_JSON');
  });

  it.each<Headers>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'multipart/form-data; boundary=x' },
    { 'content-type': 'application/xml' },
    { 'content-type': 'application/jsonp' },
    { 'content-type': 'garbage' },
    { 'content-type': '' },
  ])('is refused with %j', async (headers) => {
    expectProblem(
      await client.post(JSON.stringify(aComment()), headers),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    );
  });

  it('is refused without a content type', async () => {
    const payload = Buffer.from(JSON.stringify(aComment()));
    const request = {
      method: 'POST',
      url: '/v1/comments',
      payload,
      headers: client.reader,
    } as const;
    expectProblem(await client.send(request), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('is refused from one byte over 64 KB on', async () => {
    const padded = (size: number): string =>
      JSON.stringify({ ...aComment(), body: '' }).padEnd(size, ' ');
    expectBroken(await client.post(padded(65_536)), 'body', 'minLength');
    expectProblem(await client.post(padded(65_537)), 413, 'BODY_TOO_LARGE');
  });
});

describe('a field', () => {
  it.each<[field: string, rule: string, changes: Json]>([
    ['article', 'isDefined', { article: undefined }],
    ['article', 'isDefined', { article: null }],
    ...[[], [{ id: 'a' }], 'a', 5, true].map((value): [string, string, Json] => {
      return ['article', 'isObject', { article: value }];
    }),
    ['article.id', 'isDefined', { article: {} }],
    ...[null, 5, true, {}, ['a']].map((id): [string, string, Json] => [
      'article.id',
      'isString',
      article({ id }),
    ]),
    ['article.id', 'minLength', article({ id: '' })],
    ['article.id', 'minLength', article({ id: ' \u00a0' })],
    ['article.id', 'maxLength', article({ id: 'x'.repeat(201) })],
    ['article.id', 'noControlCharacters', article({ id: 'a\nb' })],
    ['article.id', 'noControlCharacters', article({ id: `a${NUL}` })],
    ['article.id', 'isWellFormed', article({ id: HALF })],
    ['article.id', 'isVisible', article({ id: '\u200b' })],
    ...[5, {}, ['http://a.example']].map((url): [string, string, Json] => [
      'article.url',
      'isString',
      article({ url }),
    ]),
    ['article.url', 'minLength', article({ url: '' })],
    ...[
      'a.example',
      '/a',
      'javascript:alert(1)',
      'ftp://a.example',
      'http://',
      'https://a b.example',
    ].map((url): [string, string, Json] => ['article.url', 'isUrl', article({ url })]),
    ['article.url', 'maxLength', article({ url: `https://a.example/${'x'.repeat(2000)}` })],
    ['article.url', 'noControlCharacters', article({ url: `https://a.example/${NUL}` })],
    ['article.url', 'isWellFormed', article({ url: `https://a.example/${HALF}` })],
    ['article.title', 'isString', article({ title: 5 })],
    ['article.title', 'maxLength', article({ title: 'x'.repeat(501) })],
    ['article.title', 'noControlCharacters', article({ title: `a${NUL}` })],
    ['article.title', 'isWellFormed', article({ title: `${HALF}a` })],
    ['article.section', 'isString', article({ section: ['a'] })],
    ['article.section', 'maxLength', article({ section: 'x'.repeat(101) })],
    ['article.section', 'noControlCharacters', article({ section: `a${NUL}` })],
    ['article.section', 'isWellFormed', article({ section: HALF })],
    ...['x', 5, {}, '', `${NOBODY}0`, `${NOBODY.slice(0, -1)}${NUL}`].map(
      (parentId): [string, string, Json] => {
        return ['parentId', 'isUuid', { parentId }];
      },
    ),
    ['body', 'isDefined', { body: undefined }],
    ...[null, 5, true, {}, ['x']].map((body): [string, string, Json] => [
      'body',
      'isString',
      { body },
    ]),
    ['body', 'minLength', { body: '' }],
    ['body', 'minLength', { body: ' \r\n\t' }],
    ['body', 'isVisible', { body: '\u200b\u2060\u00ad' }],
    ['body', 'isVisible', { body: '\u3164' }],
    ['body', 'maxLength', { body: 'x'.repeat(5001) }],
    ['body', 'maxLength', { body: '🙂'.repeat(5001) }],
    ...['\u0000', '\u0001', '\u001b', '\u007f', '\u0085'].map((control): [string, string, Json] => {
      return ['body', 'noControlCharacters', { body: `a${control}b` }];
    }),
    ['body', 'isWellFormed', { body: `a${HALF}` }],
    ['body', 'isWellFormed', { body: '\ude42\ud83d' }],
    ...['x', 5, true, [], [{ name: 'Ann' }]].map((value): [string, string, Json] => {
      return ['author', 'isObject', { author: value }];
    }),
    ['author.name', 'isString', author({ name: 5 })],
    ['author.name', 'minLength', author({ name: ' ' })],
    ['author.name', 'maxLength', author({ name: 'x'.repeat(101) })],
    ['author.name', 'noControlCharacters', author({ name: `Ann${NUL}` })],
    ['author.name', 'isWellFormed', author({ name: HALF })],
    ['author.name', 'isVisible', author({ name: '\u200b' })],
    ['author.email', 'isString', author({ email: ['a@b.example'] })],
    ...['a', 'a@', '@b.example', 'a@b', 'a b@c.example'].map((email): [string, string, Json] => {
      return ['author.email', 'isEmail', author({ email })];
    }),
    ['author.email', 'maxLength', author({ email: `${'x'.repeat(254)}@b.example` })],
    ['author.email', 'noControlCharacters', author({ email: `"${NUL}"@b.example` })],
    ['author.email', 'noControlCharacters', author({ email: '"\u0001"@b.example' })],
    ['author.email', 'isWellFormed', author({ email: `${HALF}@b.example` })],
    ['extra', 'isKnownField', { extra: 1 }],
    ['status', 'isKnownField', { status: 'published' }],
    ['article.closed', 'isKnownField', article({ closed: true })],
    ['author.standing', 'isKnownField', author({ standing: 'trusted' })],
    ['author.role', 'isKnownField', author({ role: null })],
  ])('%s breaks %s: %j', async (field, rule, changes) => {
    expectBroken(await client.post(escaped(aComment(changes))), field, rule);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'])(
    'called %s is unknown wherever it stands',
    async (name) => {
      const property = `,${JSON.stringify(name)}:{"prototype":{"polluted":1}}`;
      const plain = '{"article":{"id":"a"~1},"body":"A fine day."~2,"author":{"name":"Ann"~3}}';
      const fields = { 1: `article.${name}`, 2: name, 3: `author.${name}` };
      for (const [place, field] of Object.entries(fields)) {
        const payload = plain.replace(`~${place}`, property).replace(/~\d/g, '');
        expectBroken(await client.post(payload), field, 'isKnownField');
      }
      expect({}).not.toHaveProperty('polluted');
    },
  );

  it.each([
    ['objects', '{"a":', '1', '}'],
    ['arrays', '[', '', ']'],
  ])('may not be nested thousands of %s deep', async (_, open, inside, close) => {
    const deep = open.repeat(9000) + inside + close.repeat(9000);
    expectBroken(await client.post(`{"article":{"id":${deep}},"body":"x"}`), 'article', 'maxDepth');
    expectBroken(await client.post(`{"extra":${deep}}`), 'extra', 'maxDepth');
  });

  it('is named together with all others that break a rule', async () => {
    const payload = { article: { id: 5, x: 1 }, body: '', author: { email: 'a' } };
    expectProblem(await client.post(payload), 400, 'VALIDATION_FAILED', [
      { field: 'article.x', rule: 'isKnownField' },
      { field: 'article.id', rule: 'isString' },
      { field: 'body', rule: 'minLength' },
      { field: 'author.email', rule: 'isEmail' },
    ]);
  });

  it('is named in an answer that stays small, however many there are and however long they are', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, 1]));
    const answers = [await client.post(many), await client.post({ ['x'.repeat(60_000)]: 1 })];
    for (const answer of answers) {
      expectProblem(answer, 400, 'VALIDATION_FAILED');
      expect(answer.body.length).toBeLessThan(4000);
    }
    expect(answers[0]?.json<Json>()['detail']).toMatch(/\(and 5001 more\)/);
  });
});

describe('what the address says', () => {
  it.each([
    ['/v1/counts', 'article', 'arrayMinSize'],
    ['/v1/counts?article=', 'article', 'isArticleId'],
    ['/v1/counts?article=%00', 'article', 'isArticleId'],
    ['/v1/counts?article=a&sort=b', 'sort', 'isKnownField'],
    ['/v1/counts?article[]=a&article=b', 'article[]', 'isKnownField'],
    ['/v1/policy?section=%00', 'section', 'noControlCharacters'],
    ['/v1/policy?section=', 'section', 'minLength'],
    ['/v1/policy?section=a&section=b', 'section', 'isString'],
    [`/v1/policy?section=${'x'.repeat(101)}`, 'section', 'maxLength'],
    ['/v1/articles/%00', 'id', 'noControlCharacters'],
    ['/v1/articles/%20', 'id', 'minLength'],
    [`/v1/articles/${'x'.repeat(201)}`, 'id', 'maxLength'],
  ])('%s breaks %s: %s', async (url, field, rule) => {
    expectBroken(await client.get(url, client.site), field, rule);
  });

  it.each([
    '/v1/comments/x',
    '/v1/comments/%00',
    '/v1/comments/__proto__',
    `/v1/comments/${NOBODY}`,
  ])(
    '%s is no comment',
    async (url) => void expectProblem(await client.get(url), 404, 'COMMENT_NOT_FOUND'),
  );

  it.each([
    '/',
    '/v1',
    '/v1/comments',
    '/v1/articles',
    '/v1/articles/',
    '/nope',
    '/v1/../etc/passwd',
    '//',
  ])(
    '%s leads nowhere',
    async (url) => void expectProblem(await client.get(url), 404, 'ROUTE_NOT_FOUND'),
  );

  it.each(['application/json', 'text/plain'])(
    'that leads nowhere is told so, whatever is wrong with the body: %s',
    async (type) => {
      const headers = { 'content-type': type };
      const response = await client.send({ method: 'POST', url: '/nope', payload: '{', headers });
      expectProblem(response, 404, 'ROUTE_NOT_FOUND');
    },
  );

  it.each([
    '/v1/articles/%ff',
    '/v1/comments/%ED%A0%80',
    '/v1/articles/%',
    `/v1/articles/${'x'.repeat(3000)}`,
  ])(
    '%s cannot be read',
    async (url) => void expectProblem(await client.get(url), 400, 'REQUEST_REFUSED'),
  );
});

describe('what the comments there are forbid', () => {
  /** Every case on a comment of its own, removed from the balance of stored rows. */
  const submitted = async (changes: Json): Promise<Taken> => {
    const taken = await client.submit(changes);
    before = await rows.perTable();
    return taken;
  };
  const refuse = async (
    changes: Json,
    ...expected: [number, Parameters<typeof expectProblem>[2]]
  ) => {
    const problem = expectProblem(await client.post(aComment(changes)), ...expected);
    expect(await rows.perTable()).toEqual(before);
    return problem.errors;
  };

  it('refuses a reply to a comment that nobody knows', async () => {
    const errors = await refuse(
      { parentId: NOBODY, article: { id: 'new' } },
      422,
      'PARENT_NOT_FOUND',
    );
    expect(errors).toMatchObject([{ field: 'parentId', rule: 'exists' }]);
  });

  it('refuses a reply to a comment of another article, known or new', async () => {
    const { id } = await submitted({ article: { id: 'one' } });
    await submitted({ article: { id: 'two' } });
    for (const other of ['two', 'new']) {
      const errors = await refuse(
        { parentId: id, article: { id: other } },
        422,
        'PARENT_OF_ANOTHER_ARTICLE',
      );
      expect(errors).toMatchObject([{ field: 'parentId', rule: 'sameArticle' }]);
    }
  });

  it('refuses a reply to a comment of another site', async () => {
    const { id } = (await (await client.anotherSite()).post(aComment())).json<Taken>();
    before = await rows.perTable();
    await refuse({ parentId: id }, 422, 'PARENT_NOT_FOUND');
  });

  it('refuses a reply to a comment that was deleted', async () => {
    const { id } = await submitted({});
    await client.remove(id, client.site);
    before = await rows.perTable();
    const errors = await refuse({ parentId: id }, 409, 'PARENT_DELETED');
    expect(errors).toMatchObject([{ field: 'parentId', rule: 'isThere' }]);
  });

  it('refuses comments under a closed article, until it is opened', async () => {
    await client.put('/v1/articles/closed', { closed: true });
    before = await rows.perTable();
    await refuse({ article: { id: 'closed' } }, 409, 'ARTICLE_CLOSED');
    await client.put('/v1/articles/closed', { closed: false });
    await submitted({ article: { id: 'closed' } });
  });

  it('refuses comments in a section whose policy is closed, also under a new article', async () => {
    await client.put('/v1/policy?section=obituaries', { mode: 'closed' });
    await refuse({ article: { id: 'new', section: 'obituaries' } }, 409, 'COMMENTS_CLOSED');
    await submitted({ article: { id: 'another', section: 'sport' } });
  });
});
