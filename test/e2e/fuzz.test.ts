import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { addressPart as part, bodyOf, type Json, oddText } from './support/arbitraries.js';
import { Client, type Response, type Taken } from './support/client.js';
import { wellFormedProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

/** Fixed, so that a run can be compared with the last; fast-check prints seed and path of what fails. */
const SETTINGS = { seed: 20_261_122 } as const;

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const VALID: Json = {
  article: { id: 'fuzz', url: 'https://a.example/1', title: 'Title', section: 'news' },
  parentId: null,
  body: 'A fine day.',
  author: { name: 'Ann', email: 'ann@example.com' },
};
const POLICY: Json = {
  mode: 'publish-first',
  editWindowSeconds: 60,
  thresholds: { spam: { hold: 0.5, reject: null } },
  links: { allow: ['a.example'], maximum: 2 },
  words: { banned: ['turnip'] },
  flood: { author: { perMinute: 5 } },
};

function assertAnswer(response: Response): void {
  expect(response.statusCode, response.body).toBeLessThan(500);
  expect(response.body.length).toBeLessThan(30_000);
  if (response.statusCode >= 400) wellFormedProblem(response);
}

const stored = async (): Promise<number> => (await rows.perTable())['comments'] ?? 0;

it('a comment is stored exactly if it was answered with 202, whatever was sent', async () => {
  const property = fc.asyncProperty(
    fc.array(bodyOf(VALID), { minLength: 1, maxLength: 8 }),
    async (bodies) => {
      const before = await stored();
      const answers = await Promise.all(bodies.map((body) => client.post(body)));
      answers.forEach(assertAnswer);
      const taken = answers
        .filter(({ statusCode }) => statusCode === 202)
        .map((answer) => answer.json<Taken>().id);
      expect((await stored()) - before).toBe(taken.length);
      const found = await rows.query('SELECT 1 AS one FROM comments WHERE id = ANY ($1::uuid[])', [
        taken,
      ]);
      expect(found).toHaveLength(taken.length);
    },
  );
  await fc.assert(property, { ...SETTINGS, numRuns: 150 });
});

it('a policy is either written, and can be read, or refused', async () => {
  const property = fc.asyncProperty(bodyOf(POLICY), async (body) => {
    const response = await client.put('/v1/policy', body);
    assertAnswer(response);
    const read = await client.get('/v1/policy', client.site);
    expect(read.statusCode).toBe(200);
    if (response.statusCode === 200) expect(read.body).toBe(response.body);
  });
  await fc.assert(property, { ...SETTINGS, numRuns: 150 });
});

const path = fc.tuple(
  fc.constantFrom(
    '/v1/comments',
    '/v1/comments/',
    '/v1/articles/',
    '/v1/counts',
    '/v1/policy',
    '/docs/',
    '/',
  ),
  part,
);
const query = fc.array(
  fc.tuple(fc.constantFrom('article', 'siteKey', 'section', '__proto__', 'x'), part),
  { maxLength: 3 },
);
const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const headers = fc.dictionary(
  fc.constantFrom(
    ...['x-site-key', 'authorization', 'prefer', 'idempotency-key', 'if-match', 'if-none-match'],
    ...[
      'x-author-token',
      'x-request-id',
      'x-forwarded-for',
      'origin',
      'accept',
      'content-type',
      'content-length',
    ],
  ),
  headerText,
  { maxKeys: 3 },
);
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');

it('no address and no header brings more than a refusal', async () => {
  const property = fc.asyncProperty(
    fc.record({ method, path, query, headers, body: fc.option(oddText) }),
    async ({ method: verb, path: [start, end], query: pairs, headers: odd, body }) => {
      const url = `${start}${end}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`;
      const known = { ...client.site, ...client.reader, 'content-type': 'application/json' };
      const request = { method: verb, url, headers: { ...known, ...odd } } satisfies InjectOptions;
      const response = await client.send(body === null ? request : { ...request, payload: body });
      expect(response.statusCode, response.body).toBeLessThan(500);
      if (response.statusCode >= 400 && verb !== 'HEAD') wellFormedProblem(response);
    },
  );
  await fc.assert(property, { ...SETTINGS, numRuns: 400 });
});
