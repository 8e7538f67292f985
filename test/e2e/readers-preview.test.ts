import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentPreview } from '#contract';
import type { Check } from '#moderation';
import { createApi } from '../../apps/api/src/create-api.js';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Headers, json, type Response } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const broken: Check = {
  name: 'broken',
  version: '1',
  run: ({ comment: { body } }) => {
    if (body.includes('break')) throw new Error('This check cannot run.');
    return [];
  },
};

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({
    checks: [scoreFromText, broken],
    settings: { TRUST_PROXY: 'true', LIMIT_ACTIONS_PER_ADDRESS: '2/60' },
  });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  await client.put('/v1/policy', { nudge: true, failSafe: 'hold' });
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const ask = (changes: object, headers: Headers = {}, by = client): Promise<Response> =>
  by.send({
    method: 'POST',
    url: '/v1/comments/preview',
    payload: aComment({ ...changes }),
    headers: json({ ...by.reader, ...headers }),
  });
const preview = async (changes: object, headers: Headers = {}): Promise<CommentPreview> => {
  const response = await ask(changes, headers);
  expect(response.statusCode, response.body).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  return response.json<CommentPreview>();
};

describe('a preview', () => {
  it('says nothing where nothing objects', async () => {
    const clean = { status: 'published', hint: null, about: null, spans: [] };
    expect(await preview({})).toEqual(clean);
    expect(await preview({ body: 'Checks that break are no hint: break.' })).toEqual(clean);
  });

  it('says what may happen, why, and by which words, without scores', async () => {
    expect(await preview({ body: `Oh, ${HELD}!` })).toEqual({
      status: 'held',
      hint: 'This may be held for a moderator, because it may be read as a threat.',
      about: 'threat',
      spans: [{ start: 4, end: 4 + HELD.length }],
    });
    expect(await preview({ body: REJECTED })).toMatchObject({
      status: 'rejected',
      hint: 'This will probably not be published, because it may be read as a threat.',
    });
  });

  it('stores nothing and gives nobody a cookie', async () => {
    const before = await rows.perTable();
    const response = await ask(
      { article: { id: 'unheard of' }, author: { name: 'Zebedee' } },
      { origin: 'http://localhost' },
    );
    expect(response.statusCode).toBe(200);
    expect(response.headers).not.toHaveProperty('set-cookie');
    expect(await rows.perTable()).toEqual(before);
    expect(await rows.tablesWith('Zebedee')).toEqual([]);
  });

  it('agrees with the verdict once the comment is posted', async () => {
    for (const body of ['Nothing to object to.', `Really, ${HELD}.`, REJECTED]) {
      const { status } = await preview({ body });
      expect((await client.settle({ body })).status).toBe(status);
    }
  });

  it('says that a moderator sees every comment where the policy has it so', async () => {
    await client.put('/v1/policy?section=careful', { nudge: true, mode: 'review-first' });
    expect(await preview({ article: { id: 'careful', section: 'careful' } })).toEqual({
      status: 'held',
      hint: 'A moderator may look at this before it appears.',
      about: null,
      spans: [],
    });
  });

  it.each<[string, number, Parameters<typeof expectProblem>[2], object]>([
    ['is off', 404, 'NUDGE_OFF', { nudge: false }],
    ['takes no comments', 409, 'COMMENTS_CLOSED', { nudge: true, mode: 'closed' }],
    ['wants readers signed in', 401, 'READER_TOKEN_REQUIRED', { nudge: true, anonymous: false }],
  ])('is refused where the policy %s', async (section, status, code, policy) => {
    await client.put(`/v1/policy?section=${encodeURIComponent(section)}`, policy);
    expectProblem(await ask({ article: { id: section, section } }), status, code);
  });

  it('is refused under a closed article, and for what could not be posted', async () => {
    await client.put('/v1/articles/closed', { closed: true });
    expectProblem(await ask({ article: { id: 'closed' } }), 409, 'ARTICLE_CLOSED');
    expectBroken(await ask({ body: '' }), 'body', 'minLength');
    expectBroken(await ask({ extra: 1 }), 'extra', 'isKnownField');
  });

  it('may not be asked for too often', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const answers = [await ask({}, headers), await ask({}, headers), await ask({}, headers)];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
  });
});

it('in an API alone has the checks loaded when the first is asked for, and is busy when that fails', async () => {
  const config = { ...service.config, CLASSIFIER_WEIGHTS: '/nowhere/classifier.weights' };
  for (const [weights, status] of [
    [undefined, 200],
    ['/nowhere', 503],
  ] as const) {
    const app = await createApi({ ...config, CLASSIFIER_WEIGHTS: weights, LOG_LEVEL: 'silent' });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    const response = await app.inject({
      method: 'POST',
      url: '/v1/comments/preview',
      payload: aComment({ body: 'You are a stupid idiot and everybody hates you.' }),
      headers: json(client.reader),
    });
    expect(response.statusCode, response.body).toBe(status);
    if (status === 200)
      expect(response.json()).toMatchObject({ status: 'held', about: 'toxicity' });
    await app.close();
  }
});
