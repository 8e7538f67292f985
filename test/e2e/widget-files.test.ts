import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildOnce } from '../harness/processes.js';
import { startService, type TestService } from '../harness/service.js';

const LANGUAGES = ['widget-en', 'widget-zh-hant', 'widget-zh-hans'];
const ON_DEMAND = ['widget-nudge', 'widget-dialogs'];
const SCRIPTS = ['widget', ...LANGUAGES, ...ON_DEMAND, 'counts'];

let service: TestService;

beforeAll(async () => {
  await buildOnce();
  service = await startService({ worker: false, settings: { DEMO: 'true' } });
});
afterAll(() => service.stop());

const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ method: 'GET', url, headers });

async function bytes(script: string, coding: string): Promise<number> {
  const response = await get(`/${script}.js`, { 'accept-encoding': coding });
  expect(response.headers['content-encoding']).toBe(coding);
  return response.rawPayload.length;
}

describe('what pages of other sites load', () => {
  it.each(SCRIPTS)('%s.js is for every origin, to be kept for five minutes', async (script) => {
    const { headers, statusCode } = await get(`/${script}.js`, { origin: 'https://a.example' });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(headers['cache-control']).toContain('max-age=300');
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect((await get(`/${script}.js.map`)).json()).toMatchObject({ version: 3 });
  });

  it('is the same in every coding, and not sent again to those who have it', async () => {
    const plain = await get('/widget.js');
    const gzip = await get('/widget.js', { 'accept-encoding': 'gzip' });
    const brotli = await get('/widget.js', { 'accept-encoding': 'gzip, br' });
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body);
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body);
    for (const { headers } of [plain, gzip, brotli]) {
      const again = await get('/widget.js', { 'if-none-match': String(headers.etag) });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
  });

  it.each(LANGUAGES)(
    'weighs less than 20 kB with all that a page loads of it: %s',
    async (language) => {
      const { body } = await get('/widget.js');
      // Whatever else comes with the page would have to be counted.
      expect(body).not.toMatch(/\bimport\s*(?:["'`{*]|\w+\s*from)/);
      expect((await bytes('widget', 'gzip')) + (await bytes(language, 'gzip'))).toBeLessThan(
        20_000,
      );
    },
  );

  it('weighs little for what is loaded later, and for the counts', async () => {
    for (const script of [...ON_DEMAND, 'counts'])
      expect(await bytes(script, 'gzip'), script).toBeLessThan(2000);
  });

  it.each(ON_DEMAND)('loads nothing a second time with %s.js', async (script) => {
    // Not even widget.js, which a page may have loaded by an address with a version.
    expect((await get(`/${script}.js`)).body).not.toMatch(/\bimport\b/);
  });
});

describe('the demonstration', () => {
  it('shows the stories with their counts, under a strict policy', async () => {
    const { body, headers } = await get('/demo');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body).toContain(`data-site-key="${service.keys.publicKey}"`);
    expect(body.match(/data-moderato-count="/g)).toHaveLength(6);
    expect(body).not.toMatch(/https?:\/\//);
  });

  it('has a page for each story, and says so where there is none', async () => {
    const links = (await get('/demo')).body.match(/\/demo\/[a-z-]+(?=")/g) ?? [];
    expect(new Set(links).size).toBe(6);
    for (const link of new Set(links)) {
      const { body, statusCode } = await get(link);
      expect(statusCode).toBe(200);
      expect(body).toContain('<moderato-comments');
    }
    expect((await get('/demo/no-such-story')).json()).toMatchObject({ code: 'ROUTE_NOT_FOUND' });
    expect((await get('/demo/demo.css')).headers['content-type']).toContain('text/css');
  });

  it('is not there unless it was asked for', async () => {
    const plain = await startService({ worker: false });
    const { statusCode } = await plain.app.inject({ method: 'GET', url: '/demo' });
    await plain.stop();
    expect(statusCode).toBe(404);
  });
});
