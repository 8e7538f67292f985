import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentDetail } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Taken } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { expectProblem } from './support/problems.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
});
afterAll(() => service.stop());

const address = (id: string): string => `/v1/comments/${id}`;
const asAuthor = ({ authorToken }: Taken) => ({ ...client.reader, 'x-author-token': authorToken });

describe('a comment read with the public key', () => {
  it('has everything that its readers may see once it is published', async () => {
    const parent = await client.settle({ article: { id: 'read' } });
    const body = 'For all to read.';
    const author = { name: 'Ann', email: 'ann@example.com' };
    const { id } = await client.settle({
      article: { id: 'read' },
      parentId: parent.id,
      body,
      author,
    });
    const response = await client.get(address(id));
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      id,
      article: 'read',
      parentId: parent.id,
      status: 'published',
      shown: true,
      revision: 1,
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      editedAt: null,
      body,
      authorName: 'Ann',
      rejection: null,
    });
  });

  it('keeps the text of a published reply back while what is above it is not', async () => {
    const parent = await client.settle({ article: { id: 'above' }, body: HELD });
    const reply = { article: { id: 'above' }, parentId: parent.id, body: 'A fine reply.' };
    const { id } = await client.settle(reply);
    const seen = (await client.get(address(id))).json<object>();
    expect(seen).toMatchObject({ status: 'published', shown: false, body: null });
  });

  it.each([
    ['held', HELD],
    ['rejected', REJECTED],
  ])('keeps text and name back while it is %s', async (status, text) => {
    const { id } = await client.settle({ body: `Secret, ${text}`, author: { name: 'Ann' } });
    const response = await client.get(address(id));
    expect(response.json()).toMatchObject({ status, body: null, authorName: null });
    expect(response.body).not.toMatch(/Secret|Ann|findings|decision|authorId/);
  });

  it.each([
    ['published', 'Fine.'],
    ['held', HELD],
    ['rejected', REJECTED],
  ])('shows its author the text while it is %s, and not why', async (status, body) => {
    const taken = await client.settle({ body, author: { name: 'Ann' } });
    const seen = (await client.get(address(taken.id), asAuthor(taken))).json<object>();
    expect(seen).toMatchObject({ status, body, authorName: 'Ann' });
    expect(seen).not.toHaveProperty('findings');
    expect(seen).not.toHaveProperty('authorId');
  });

  it('keeps the text back from who has the token of another comment, or a made-up one', async () => {
    const { id } = await client.settle({ body: HELD });
    const other = await client.settle();
    for (const token of [other.authorToken, 'x', '', 'ü'.repeat(43), 'x'.repeat(10_000)]) {
      const response = await client.get(address(id), { ...client.reader, 'x-author-token': token });
      expect(response.json()).toMatchObject({ status: 'held', body: null });
    }
  });

  it('is not there for another site', async () => {
    const { id } = await client.settle();
    const other = await client.anotherSite();
    for (const headers of [other.reader, other.site]) {
      expectProblem(await client.get(address(id), headers), 404, 'COMMENT_NOT_FOUND');
    }
  });

  it('is found by its id in capitals, and by the key in the address', async () => {
    const { id } = await client.settle();
    const url = `${address(id.toUpperCase())}?siteKey=${service.keys.publicKey}`;
    expect((await client.get(url, {})).json()).toMatchObject({ id });
  });
});

describe('a comment read with the secret key', () => {
  it('says why it has its status: the decision and every finding with all its fields', async () => {
    const { id } = await client.settle({ body: `So: ${HELD}!`, author: { name: 'Ann' } });
    const { decision, findings, authorId, body } = await client.seen<CommentDetail>(id);
    expect(body).toBe(`So: ${HELD}!`);
    expect(authorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(decision).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      revision: 1,
      from: 'pending',
      to: 'held',
      actor: 'check',
      reason: 'SCORED_THREAT',
      explanation: 'Threat 0.90 by The test (holds from 0.20): "score 0.9".',
      policyVersion: 0,
      decidedAt: expect.stringMatching(/Z$/),
    });
    expect(findings).toEqual([
      {
        check: 'score-from-text',
        version: '7',
        label: 'threat',
        score: 0.9,
        threshold: 0.2,
        outcome: 'hold',
        spans: [{ start: 4, end: 4 + HELD.length }],
        reason: 'SCORED_THREAT',
        details: { scorer: 'The test' },
        milliseconds: expect.any(Number),
      },
    ]);
  });

  it('says that no check objected', async () => {
    const { id } = await client.settle();
    expect(await client.seen(id)).toMatchObject({
      findings: [],
      decision: { to: 'published', reason: 'CLEAN', explanation: 'No check objected.' },
    });
  });

  it('waits for the verdict when Prefer asks for it', async () => {
    const { id } = await client.submit();
    const response = await client.get(address(id), { ...client.site, prefer: 'wait=10' });
    expect(response.headers['preference-applied']).toBe('wait=10');
    expect(response.json()).toMatchObject({ status: 'published', decision: { reason: 'CLEAN' } });
  });
});

describe('the origin of a page', () => {
  const home = 'https://news.example';
  let own: TestService;
  let site: Client;
  beforeAll(async () => {
    own = await startService({
      worker: false,
      settings: { MODERATO_SITE_ORIGINS: `${home},http://127.0.0.1:8080` },
    });
    site = new Client(own);
  });
  afterAll(() => own.stop());

  it.each([home, 'http://127.0.0.1:8080'])('may be %s, which the site allows', async (origin) => {
    const response = await site.post(aComment(), { origin });
    expect(response.statusCode).toBe(202);
    expect(response.headers['access-control-allow-origin']).toBe(origin);
    expect(response.headers['access-control-expose-headers']).toMatch(/Location/);
    expect(response.headers.vary).toMatch(/Origin/i);
  });

  it.each([
    'https://evil.example',
    'http://news.example',
    `${home}.evil.example`,
    `${home}:8443`,
    'null',
    '',
  ])('may not be %j', async (origin) => {
    const response = await site.post(aComment(), { origin });
    expectProblem(response, 403, 'ORIGIN_NOT_ALLOWED');
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is of no concern to the secret key', async () => {
    const response = await site.post(aComment(), { origin: 'https://evil.example' }, site.site);
    expect(response.statusCode).toBe(202);
  });

  it('sees the problem details of its own mistakes', async () => {
    const response = await site.post('{', { origin: home });
    expectProblem(response, 400, 'MALFORMED_JSON');
    expect(response.headers['access-control-allow-origin']).toBe(home);
  });

  it.each(['POST', 'GET', 'PATCH', 'DELETE', 'PUT'])(
    'is told before a %s what it may send',
    async (method) => {
      const preflight = (origin: string) =>
        site.send({
          method: 'OPTIONS',
          url: '/v1/comments',
          headers: { origin, 'access-control-request-method': method },
        });
      const allowed = await preflight(home);
      expect(allowed.statusCode).toBe(204);
      expect(allowed.headers['access-control-allow-origin']).toBe(home);
      expect(allowed.headers['access-control-allow-methods']).toMatch(method);
      expect(allowed.headers['access-control-allow-headers']).toMatch(/X-Site-Key/);
      expect(allowed.headers['access-control-max-age']).toBe('600');
      const refused = await preflight('https://evil.example');
      expect(refused.statusCode).toBeLessThan(500);
      expect(refused.headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
