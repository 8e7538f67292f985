import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { chooseScorer } from '#scorers';
import { loadClient } from '../harness/clients.js';
import { issueTestKey } from '../harness/integration-keys.js';
import { firstSiteId } from '../harness/moderators.js';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';
import { listening } from './support/listening.js';
import { Rows } from './support/rows.js';

const CIVIL = 'The council will vote on the new cycle lane next Tuesday.';
const RUDE = 'You are a worthless idiot and everybody hates you.';
const THREAT = 'I will find you and I will kill you.';
const NOT_SCORED = [
  ...['illicit', 'illicit/violent', 'self-harm', 'self-harm/instructions'],
  ...['self-harm/intent', 'sexual', 'sexual/minors', 'violence/graphic'],
];
const SCORED = [
  ...['harassment', 'harassment/threatening', 'hate', 'hate/threatening', 'violence'],
];

interface Answer {
  id: string;
  model: string;
  results: {
    flagged: boolean;
    categories: Record<string, boolean>;
    category_scores: Record<string, number>;
    category_applied_input_types: Record<string, string[]>;
  }[];
}

let service: TestService;
let rows: Rows;
let address: string;
let key: string;
beforeAll(async () => {
  service = await startService({ settings: { LIMIT_CHECKS_PER_KEY: 'off' } });
  rows = await Rows.open(service.database.url);
  address = await listening(service);
  key = await newKey();
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const newKey = async (): Promise<string> =>
  issueTestKey((text, values) => rows.query(text, values), await firstSiteId(service));

/** As it goes over the wire. */
function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${address}/v1/moderations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}
const asked = async (body: unknown): Promise<Answer> => {
  const response = await post(body);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

describe('moderations in OpenAI’s shape', () => {
  it('have all thirteen categories, and say which of them nothing here scores', async () => {
    const { id, model, results } = await asked({ input: CIVIL, model: 'omni-moderation-latest' });
    expect(id).toMatch(/^modr-[0-9a-f]{32}$/);
    expect(model).toMatch(/^moderato-./);
    expect(results).toHaveLength(1);
    const [{ categories, category_scores: scores, category_applied_input_types: applied }] =
      results as [Answer['results'][0]];
    const all = [...SCORED, ...NOT_SCORED].sort();
    for (const told of [categories, scores, applied]) expect(Object.keys(told).sort()).toEqual(all);
    for (const category of NOT_SCORED) {
      expect([categories[category], scores[category], applied[category]]).toEqual([false, 0, []]);
    }
    for (const category of SCORED) expect(applied[category]).toEqual(['text']);
  });

  it('are flagged where the shipped policy would hold the text, in the category that says why', async () => {
    const { results } = await asked({ input: [CIVIL, RUDE, THREAT] });
    expect(results.map(({ flagged }) => flagged)).toEqual([false, true, true]);
    expect(results[1]?.categories).toMatchObject({ harassment: true, violence: false });
    expect(results[2]?.categories).toMatchObject({
      'harassment/threatening': true,
      violence: true,
    });
    for (const { flagged, categories } of results) {
      expect(flagged).toBe(Object.values(categories).includes(true));
    }
  });

  it('make one result of a list of parts, and of a list of strings one each', async () => {
    const parts = [CIVIL, RUDE].map((text) => ({ type: 'text', text }));
    const { results } = await asked({ input: parts });
    expect(results).toHaveLength(1);
    expect(results[0]?.flagged).toBe(true);
    const joined = await asked({ input: `${CIVIL}\n${RUDE}` });
    expect(results).toEqual(joined.results);
    expect((await asked({ input: [CIVIL, CIVIL] })).results).toHaveLength(2);
  });

  it('say of a language that nobody scores that nothing was applied', async () => {
    const input = 'Комиссия проголосует за новую велосипедную дорожку в следующий вторник.';
    const [result] = (await asked({ input })).results;
    expect(result?.flagged).toBe(false);
    expect(Object.values(result?.category_applied_input_types ?? {}).flat()).toEqual([]);
  });

  it('take the empty text, a hundred texts, and 20,000 characters in each', async () => {
    expect((await asked({ input: '' })).results).toHaveLength(1);
    expect((await asked({ input: Array<string>(100).fill(CIVIL) })).results).toHaveLength(100);
    expect((await asked({ input: 'a fine day '.repeat(1818) })).results).toHaveLength(1);
  });

  it.each<[string, string, unknown]>([
    ['input', 'input is required.', {}],
    ['input', 'input must not be empty.', { input: [] }],
    ['input', 'input must be a string, a list of strings or a list of parts.', { input: 7 }],
    ['input[1]', 'input[1] must be a string, as the first one is.', { input: ['a', 1] }],
    ['input[0].text', 'input[0].text must be a string.', { input: [{ type: 'text' }] }],
    ['input[0].type', 'input[0].type must be "text".', { input: [{ type: 'sound' }] }],
    ['input', 'input may list at most 100.', { input: Array<string>(101).fill('a') }],
    ['input', 'input may have at most 20000 characters.', { input: 'a'.repeat(20_001) }],
    [
      'input[1]',
      'input[1] may have at most 20000 characters.',
      { input: ['a', 'a'.repeat(20_001)] },
    ],
    ['model', 'model must be the name of a model.', { input: 'a', model: 1 }],
  ])('refuse what is wrong with %s: “%s”', async (param, message, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { message, type: 'invalid_request_error', param, code: null },
    });
  });

  it.each([
    [413, `{"input": "${'a'.repeat(1024 * 1024)}"}`, 'application/json'],
    [400, '{"input": ', 'application/json'],
    [400, '', 'application/json'],
    [415, 'input=a', 'application/x-www-form-urlencoded'],
  ])(
    'answer %i in the dialect’s own shape where no body can be read',
    async (status, body, type) => {
      const response = await post(body, { 'content-type': type });
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    },
  );

  it('answer in that shape however their address is spelled', async () => {
    const response = await service.app.inject({
      ...{ method: 'POST', url: '/v1/moder%61tions', payload: '{' },
      headers: { 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
  });

  it('never answer 500, whatever the body', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.constant('\ud800\0'));
    const part = fc.record({ type: fc.constantFrom('text', 'image_url', 1, null), text });
    const input = fc.oneof(text, fc.array(fc.oneof(text, part, fc.jsonValue())), fc.jsonValue());
    const body = fc.oneof(fc.record({ input, model: fc.jsonValue() }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const { status } = await post(value);
        expect([200, 400]).toContain(status);
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });
});

describe('a Moderato that asks another one', () => {
  it('scores as that one does', async () => {
    const config = loadConfig({
      ...{ SCORER: 'openai', SCORER_URL: `${address}/v1/moderations`, SCORER_API_KEY: key },
      SCORER_TIMEOUT_MS: '5000',
      CHECK_TIME_LIMIT_MS: '6000',
    });
    const local = {
      ...{ name: 'local', version: '1' },
      score: () => ({ labels: [{ label: 'insult' as const, score: 0, spans: [] }] }),
    };
    const { labels } = await (await chooseScorer(config, local)).score(THREAT, {});
    const { model, results } = await asked({ input: THREAT });
    const threat = labels.find(({ label }) => label === 'threat');
    expect(threat?.score).toBe(results[0]?.category_scores['harassment/threatening']);
    expect(threat?.score).toBeGreaterThan(0.2);
    expect(threat?.by).toEqual({ name: 'openai', version: model });
  });
});

/** What the tests use of the client. */
interface OpenAiClient {
  moderations: { create(body: unknown): Promise<Answer> };
}
interface OpenAiPackage {
  default: new (options: Record<string, unknown>) => OpenAiClient;
  AuthenticationError: new () => Error;
  BadRequestError: new () => Error;
  RateLimitError: new () => Error;
}

describeWith(needs.clients, 'OpenAI’s own client', () => {
  let openai: OpenAiPackage;
  beforeAll(async () => void (openai = await loadClient<OpenAiPackage>('openai')));
  const client = (options: Record<string, unknown> = {}): OpenAiClient =>
    new openai.default({ apiKey: key, baseURL: `${address}/v1`, maxRetries: 0, ...options });

  it('reads one result, and many', async () => {
    const one = await client().moderations.create({ input: RUDE });
    expect(one.results).toMatchObject([{ flagged: true, categories: { harassment: true } }]);
    const many = await client().moderations.create({ input: [CIVIL, THREAT] });
    expect(many.results.map(({ flagged }) => flagged)).toEqual([false, true]);
    const parts = [{ type: 'text', text: THREAT }];
    expect((await client().moderations.create({ input: parts })).results).toHaveLength(1);
  });

  it('takes a wrong key for an AuthenticationError', async () => {
    for (const apiKey of ['sk-wrong', `mk-${'a'.repeat(32)}`]) {
      const refused = client({ apiKey }).moderations.create({ input: CIVIL });
      await expect(refused).rejects.toBeInstanceOf(openai.AuthenticationError);
      await expect(refused).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
    }
  });

  it('takes an image for a BadRequestError that says that images are not read', async () => {
    const input = [
      { type: 'text', text: CIVIL },
      { type: 'image_url', image_url: { url: 'https://news.example/a.png' } },
    ];
    const refused = client().moderations.create({ input });
    await expect(refused).rejects.toBeInstanceOf(openai.BadRequestError);
    await expect(refused).rejects.toMatchObject({
      ...{ status: 400, type: 'invalid_request_error', param: 'input[1]' },
      message: '400 input[1] is an image: Moderato reads text and no images.',
    });
  });

  it('waits as long as it is told when it asks too fast, and is answered then', async () => {
    const limited = await startService({ settings: { LIMIT_CHECKS_PER_KEY: '1/2' } });
    const own = await Rows.open(limited.database.url);
    try {
      const baseURL = `${await listening(limited)}/v1`;
      const apiKey = await issueTestKey(
        (text, values) => own.query(text, values),
        await firstSiteId(limited),
      );
      const answers: { status: number; after: string | null; at: number }[] = [];
      const watched = async (...request: Parameters<typeof fetch>): Promise<Response> => {
        const response = await fetch(...request);
        const { status, headers } = response;
        answers.push({ status, after: headers.get('retry-after'), at: performance.now() });
        return response;
      };
      const patient = client({ apiKey, baseURL, maxRetries: 1, fetch: watched });
      for (let n = 0; n < 2; n += 1) await patient.moderations.create({ input: CIVIL });
      expect(answers.map(({ status }) => status)).toEqual([200, 429, 200]);
      const [, refused, again] = answers as [unknown, (typeof answers)[0], (typeof answers)[0]];
      const waited = again.at - refused.at;
      expect(Number(refused.after)).toBeGreaterThanOrEqual(1);
      expect(waited).toBeGreaterThanOrEqual(Number(refused.after) * 1000 - 50);
      const hasty = client({ apiKey, baseURL });
      const asks = [1, 2].map(() => hasty.moderations.create({ input: CIVIL }));
      await expect(Promise.all(asks)).rejects.toBeInstanceOf(openai.RateLimitError);
    } finally {
      await own.close();
      await limited.stop();
    }
  });
});
