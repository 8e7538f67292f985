import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSiteKeys } from './site-keys.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-keys-'));
  const kept = { publicKey: 'pk_kept', secretKey: 'sk_kept' };
  await writeFile(join(folder, 'site.json'), JSON.stringify(kept));
});

afterAll(() => rm(folder, { recursive: true }));

test('takes the keys that a service on this machine kept', async () => {
  expect(await findSiteKeys({}, { MODERATO_DATA: folder })).toEqual({
    siteKey: 'pk_kept',
    siteSecret: 'sk_kept',
  });
});

test('prefers what is given to the environment, and the environment to what was kept', async () => {
  const env = {
    MODERATO_DATA: folder,
    MODERATO_SITE_KEY: 'pk_env',
    MODERATO_SITE_SECRET: 'sk_env',
  };
  expect(await findSiteKeys({}, env)).toEqual({ siteKey: 'pk_env', siteSecret: 'sk_env' });
  expect(await findSiteKeys({ siteKey: 'pk', siteSecret: 'sk' }, env)).toEqual({
    siteKey: 'pk',
    siteSecret: 'sk',
  });
});

test('never joins a given key with the kept secret of another site', async () => {
  expect(await findSiteKeys({ siteKey: 'pk_other' }, { MODERATO_DATA: folder })).toEqual({
    siteKey: 'pk_other',
    siteSecret: null,
  });
});

test('finds none where nothing was kept', async () => {
  expect(await findSiteKeys({}, { MODERATO_DATA: join(folder, 'missing') })).toBeNull();
});
