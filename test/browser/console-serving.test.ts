import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { buildOnce } from '../harness/processes.js';
import { startService, type TestService } from '../harness/service.js';

let service: TestService;

beforeAll(async () => {
  await buildOnce();
  service = await startService({ worker: false });
});
afterAll(() => service.stop());

const get = (url: string, headers: Record<string, string> = {}) =>
  service.app.inject({ url, headers });

/** The address of the pages' main script. */
const scriptOf = (html: string): string => /src="(\/console\/assets\/[^"]+\.js)"/.exec(html)![1]!;

test.each(['/console', '/console/', '/console/queue/held', '/console/comments/1?x=2'])(
  'answers %s with the pages',
  async (url) => {
    const { statusCode, headers, body } = await get(url);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(body).toContain('<div id="root">');
  },
);

it('lets its pages load nothing but their own files, and be shown in no frame', async () => {
  const { headers } = await get('/console');
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
    expect(policy).toContain(rule);
  expect(policy).not.toContain('unsafe');
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
});

it('has no script and no style in the page itself', async () => {
  const { body } = await get('/console');
  expect(body).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
});

it('lets browsers keep files whose names change with their content', async () => {
  const { headers, statusCode } = await get(scriptOf((await get('/console')).body));
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

it('packs files for who can unpack them', async () => {
  const url = scriptOf((await get('/console')).body);
  const plain = await get(url);
  const packed = await get(url, { 'accept-encoding': 'gzip, br' });
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(packed.headers['content-encoding']).toBe('gzip');
  expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
});

it('sends a page once and then says that it is the same', async () => {
  const { headers } = await get('/console');
  const again = await get('/console', { 'if-none-match': String(headers.etag) });
  expect(again.statusCode).toBe(304);
  expect(again.body).toBe('');
});

it('does not give the page for a script of another version', async () => {
  expect((await get('/console/assets/index-gone.js')).statusCode).toBe(404);
});

it('takes less than 200 KB of script to begin', async () => {
  const { body } = await get('/console');
  const scripts = [...body.matchAll(/(?:src|href)="(\/console\/assets\/[^"]+\.js)"/g)];
  const sizes = await Promise.all(
    scripts.map(async ([, url]) => {
      const { rawPayload } = await get(url!, { 'accept-encoding': 'gzip' });
      return rawPayload.length;
    }),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200 * 1024);
});
