import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { newSiteKeys, type SiteKeys } from '#sites';
import { expect, it, vi } from 'vitest';
import {
  dataFolder,
  openDataFolder,
  ORDINARY_USER,
  StandaloneService,
} from '../harness/standalone-service.js';
import { until } from '../harness/until.js';
import { Rows } from './support/rows.js';

vi.setConfig({ testTimeout: 120_000 });

/** The command of the banner as a person would paste it. */
function curlOf(banner: string): string {
  return /^ {4}(curl [\s\S]*?)\n\n/m.exec(banner)?.[1] ?? '';
}

it('starts on an empty folder and says how to post a comment, which works as pasted', async () => {
  const service = await StandaloneService.start(dataFolder());
  const { stdout } = await promisify(execFile)('bash', ['-c', `${curlOf(service.banner)} -sS`]);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'published' });
  expect(service.banner).toContain(service.folder);
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
  expect((await fetch(`${service.url}/docs`)).status).toBe(200);
});

it('keeps its keys, to itself, and what was posted over a restart', async () => {
  const folder = dataFolder();
  const first = await StandaloneService.start(folder);
  expect(statSync(join(folder, 'site.json')).mode & 0o777).toBe(0o600);
  expect(await first.post('It stays.')).toBe(202);
  expect(await first.process.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  const second = await StandaloneService.start(folder);
  expect(second.keys).toEqual(first.keys);
  const counts = `${second.url}/v1/counts?article=a&siteKey=${first.keys.publicKey}`;
  await until(async () => (await (await fetch(counts)).text()) === '{"counts":{"a":1}}', {
    what: 'the comment of the first run to be counted',
    timeoutMs: 30_000,
  });
});

it('takes the keys that it is given, and keeps these', async () => {
  const folder = dataFolder();
  const keys = newSiteKeys();
  const env = { MODERATO_SITE_KEY: keys.publicKey, MODERATO_SITE_SECRET: keys.secretKey };
  const first = await StandaloneService.start(folder, { env });
  expect(first.keys).toEqual(keys);
  expect(await first.post('With a key of our own.')).toBe(202);
  await first.process.kill('SIGTERM');
  expect((await StandaloneService.start(folder)).keys).toEqual(keys);
});

it('tells a local address also when it listens everywhere', async () => {
  const service = await StandaloneService.start(dataFolder(), { env: { HOST: '0.0.0.0' } });
  expect(service.banner).toContain(`API         ${service.url}\n`);
  expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
});

it('runs as an ordinary user', async () => {
  const folder = openDataFolder();
  const service = await StandaloneService.start(folder, { command: ORDINARY_USER });
  expect(await service.post('No root needed.')).toBe(202);
  expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700);
});

it('runs below a home that only its owner may enter', async () => {
  const folder = dataFolder();
  expect(statSync(dirname(folder)).mode & 0o777).toBe(0o700);
  expect(await (await StandaloneService.start(folder)).post('At home.')).toBe(202);
});

it('takes a free port when asked for port 0, and tells which', async () => {
  const service = await StandaloneService.start(dataFolder(), { port: 0 });
  const [, url] = /API {9}(http:\S+)/.exec(service.banner) ?? [];
  expect((await fetch(`${url!}/health/live`)).status).toBe(200);
});

it('starts with a key that was revoked in the console, says what to do, and works with the next', async () => {
  const folder = dataFolder();
  const first = await StandaloneService.start(folder);
  const { publicKey } = first.keys;
  const next = newSiteKeys();
  await exchangeKeys(first.databaseUrl, next);
  await first.process.kill('SIGTERM');
  const { banner, keys, url, process: started } = await StandaloneService.start(folder);
  expect(banner).toContain(`Secret key  revoked; the console’s page Site makes another\n`);
  expect(keys.publicKey).toBe(next.publicKey);
  expect(banner).toContain(
    `The keys of publicKey and secretKey were revoked, and stay so: put keys in force, which the console’s page Site makes, into ${join(folder, 'site.json')}.`,
  );
  expect(await (await fetch(`${url}/demo`)).text()).toContain(`data-site-key="${next.publicKey}"`);
  const counts = (key: string) => fetch(`${url}/v1/counts?article=a&siteKey=${key}`);
  expect((await counts(publicKey)).status).toBe(401);
  expect((await counts(next.publicKey)).status).toBe(200);
  await started.kill('SIGTERM');
  const mended = await StandaloneService.start(folder, {
    env: { MODERATO_SITE_KEY: next.publicKey, MODERATO_SITE_SECRET: next.secretKey },
  });
  expect(mended.banner).not.toContain('revoked');
  expect(mended.keys).toEqual(next);
});

/** Puts other keys in force and revokes those that are, as admins do in the console. */
async function exchangeKeys(url: string, next: SiteKeys): Promise<void> {
  const rows = await Rows.open(url);
  await rows.query('UPDATE site_keys SET revoked_at = now()');
  for (const [column, value] of [
    ['public_key', next.publicKey],
    ['secret_hash', createHash('sha256').update(next.secretKey).digest()],
  ] as const)
    await rows.query(
      `INSERT INTO site_keys (id, site_id, ${column}) SELECT gen_random_uuid(), id, $1 FROM sites`,
      [value],
    );
  await rows.close();
}
