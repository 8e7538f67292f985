import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AkismetStage } from './support/akismet.js';
import { json, type Response } from './support/client.js';
import { googleErrorOf } from './support/perspective.js';

const PAGE = 'https://news.example';

let stage: AkismetStage;
beforeAll(async () => {
  stage = await AkismetStage.open({ settings: { MODERATO_SITE_ORIGINS: PAGE } });
});
afterAll(() => stage.close());

const analysis = { comment: { text: 'A fine day.' }, requestedAttributes: { TOXICITY: {} } };
const call = (url: string, payload: object | string, headers = {}): Promise<Response> =>
  stage.service.app.inject({ method: 'POST', url, payload, headers });

describe('an address as a client puts it together', () => {
  it.each([
    '/v1alpha1/comments%3Aanalyze',
    '/v1alpha1/comments%3aanalyze',
    '//v1alpha1/comments:analyze',
    '/v1alpha1/comments:analyze/',
  ])('is understood: %s', async (path) => {
    const response = await call(`${path}?key=${stage.key}`, analysis);
    expect(response.statusCode, response.body).toBe(200);
    expect(googleErrorOf(await call(path, analysis), 403).status).toBe('PERMISSION_DENIED');
  });

  it.each(['//1.1/verify-key', '/1.1/verify-key/'])('is understood: %s', async (path) => {
    const { body } = await stage.post(path, { key: stage.key, blog: 'https://blog.example' });
    expect(body).toBe('valid');
  });

  it('is understood: /v1//moderations/', async () => {
    const headers = { authorization: `Bearer ${stage.key}` };
    expect((await call('/v1//moderations/', { input: 'A fine day.' }, headers)).statusCode).toBe(
      200,
    );
  });

  it('is not found where there is nothing, whatever the body is', async () => {
    const unknown = await stage.post('/1.1/key-sites', { api_key: stage.key });
    expect([unknown.statusCode, unknown.body]).toEqual([404, 'invalid']);
    const bodies = ['{', '<xml/>', 'a=b'];
    const types = ['application/json', 'text/xml', 'application/x-www-form-urlencoded'];
    for (const [index, type] of types.entries()) {
      const answer = await call('/v1/nothing', bodies[index] ?? '', { 'content-type': type });
      expect(answer.json()).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
    }
  });
});

describe('a page of the site that asks Perspective’s API', () => {
  const preflight = (origin: string): Promise<Response> =>
    stage.service.app.inject({
      method: 'OPTIONS',
      url: `/v1alpha1/comments:analyze?key=${stage.key}`,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-goog-api-client,x-goog-api-key',
      },
    });

  it('is told before that it may, with the key in the address or in a header', async () => {
    const { statusCode, headers } = await preflight(PAGE);
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([204, PAGE]);
    const allowed = String(headers['access-control-allow-headers']).toLowerCase().split(', ');
    expect(allowed).toEqual(
      expect.arrayContaining(['content-type', 'x-goog-api-client', 'x-goog-api-key']),
    );
  });

  it('may read the scores, and errors as well', async () => {
    const headers = json({ origin: PAGE, 'x-goog-api-key': stage.key });
    const scored = await call('/v1alpha1/comments:analyze', analysis, headers);
    const refused = await call('/v1alpha1/comments:analyze', {}, headers);
    expect([scored.statusCode, refused.statusCode]).toEqual([200, 400]);
    for (const response of [scored, refused])
      expect(response.headers['access-control-allow-origin']).toBe(PAGE);
  });

  it('may not where it is another’s', async () => {
    const { headers } = await preflight('https://evil.example');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
