import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadConfig, requireDatabaseUrl } from './config.js';

describe('loadConfig', () => {
  it('has a default for everything that npm start needs', () => {
    expect(loadConfig({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, WORKER_CONCURRENCY: 50 });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });

  it('takes a variable that is set to nothing for one that is not set', () => {
    expect(loadConfig({ REDIS_URL: '', PORT: '' })).toMatchObject({
      REDIS_URL: undefined,
      PORT: 3000,
    });
  });

  it('splits the origins', () => {
    const config = loadConfig({ MODERATO_SITE_ORIGINS: 'https://a.example, https://b.example' });
    expect(config.MODERATO_SITE_ORIGINS).toEqual(['https://a.example', 'https://b.example']);
  });

  it.each([
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535.'],
    ['PORT', '3000x', 'PORT must be a whole number from 0 to 65535.'],
    [
      'REDIS_URL',
      'localhost:6379',
      'REDIS_URL must be a URL that starts with redis:// or rediss://.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent.',
    ],
    [
      'MODERATO_SITE_KEY',
      'pk_0123456789abcdef',
      'MODERATO_SITE_KEY and MODERATO_SITE_SECRET must be given together.',
    ],
    [
      'MODERATO_SITE_ORIGINS',
      'https://a.example/path',
      'MODERATO_SITE_ORIGINS must be "*" or origins separated by commas, as in https://news.example (http:// for localhost alone).',
    ],
  ])('refuses %s=%s', (name, value, message) => {
    expect(() => loadConfig({ [name]: value })).toThrow(message);
  });

  it.each([
    [{ SCORER: 'perspective' }, 'SCORER=perspective needs SCORER_URL'],
    [{ SCORER: 'openai' }, 'SCORER=openai needs SCORER_API_KEY'],
    [{ SCORER: 'onnx' }, 'SCORER=onnx needs SCORER_FOLDER'],
    [
      { SCORER: 'openai', SCORER_API_KEY: 'k', SCORER_TIMEOUT_MS: '2000' },
      'SCORER_TIMEOUT_MS must be less than CHECK_TIME_LIMIT_MS',
    ],
    [{ SCORER: 'magic' }, 'SCORER must be one of local, perspective, openai, onnx.'],
    [{ SCORER_URL: 'https://user:hunter2@host/' }, 'SCORER_URL must be a URL that starts with'],
    [{ SCORER_API_KEY: 'two words hunter2' }, 'SCORER_API_KEY must be up to 512 ASCII characters'],
  ])('refuses the scorer of %o and shows no secret', (environment, message) => {
    const load = () => loadConfig(environment);
    expect(load).toThrow(message);
    expect(load).not.toThrow(/hunter2/);
  });

  it.each([
    [{ SCORER: 'perspective', SCORER_URL: 'http://127.0.0.1:4000/analyze?x=1' }],
    [{ SCORER: 'openai', SCORER_API_KEY: 'sk-1' }],
    [{ SCORER: 'openai', SCORER_URL: 'http://localhost/v1/moderations' }],
    [{ SCORER: 'onnx', SCORER_FOLDER: '/srv/model' }],
  ])('takes the scorer of %o', (environment) => {
    expect(loadConfig(environment)).toMatchObject(environment);
  });

  it('leaves the settings of other scorers alone while the local one is chosen', () => {
    expect(loadConfig({ SCORER_TIMEOUT_MS: '9000' })).toMatchObject({ SCORER: 'local' });
  });

  it('names every broken setting at once and shows no value', () => {
    const load = () => loadConfig({ PORT: 'x', DATABASE_URL: 'mysql://user:hunter2@host/db' });
    expect(load).toThrow(/DATABASE_URL must be.*PORT must be|PORT must be.*DATABASE_URL must be/);
    expect(load).not.toThrow(/hunter2/);
  });
});

describe('ENCRYPTION_KEYS', () => {
  const key = randomBytes(32);
  const base64 = key.toString('base64');
  const other = randomBytes(32).toString('base64');
  const bytesOf = (given: string): Buffer[] =>
    (loadConfig({ ENCRYPTION_KEYS: given }).ENCRYPTION_KEYS ?? []).map((one) => one.export());

  it.each([
    ['base64', base64],
    ['base64 without its end', base64.replace('=', '')],
    ['base64url', key.toString('base64url')],
    ['hexadecimal', key.toString('hex')],
    ['hexadecimal in capitals', key.toString('hex').toUpperCase()],
  ])('takes a key in %s', (_, given) => {
    expect(bytesOf(given)).toEqual([key]);
  });

  it('takes several in their order, whatever blanks are between them', () => {
    expect(bytesOf(`${other}, ${base64}`)).toEqual([Buffer.from(other, 'base64'), key]);
  });

  it('takes nothing for no key', () => {
    expect(loadConfig({ ENCRYPTION_KEYS: '' }).ENCRYPTION_KEYS).toBeUndefined();
  });

  it.each([
    ['a short one', randomBytes(16).toString('base64'), 'number 1 has 16 bytes.'],
    ['a short one in hexadecimal', randomBytes(31).toString('hex'), 'number 1 has 31 bytes.'],
    [
      'a long one behind another',
      `${other},${randomBytes(33).toString('base64')}`,
      'number 2 has 33 bytes.',
    ],
    ['a passphrase', 'correct horse battery staple', 'number 1 is neither.'],
    ['a comma at the end', `${base64},`, 'number 2 is neither.'],
    ['one key twice', `${base64},${other},${key.toString('hex')}`, 'number 3 was there before.'],
  ])('refuses %s in one sentence that shows no key', (_, given, end) => {
    const load = (): unknown => loadConfig({ ENCRYPTION_KEYS: given });
    expect(load).toThrow(
      `ENCRYPTION_KEYS must be keys of 32 bytes in base64 or hexadecimal, as openssl rand -base64 32 makes them, separated by commas; ${end}`,
    );
    for (const part of given.split(',').filter(Boolean)) {
      expect(load).not.toThrow(part);
    }
  });

  it('is not shown by whatever prints the settings', () => {
    const config = loadConfig({ ENCRYPTION_KEYS: base64 });
    const printed = [inspect(config, { depth: null }), JSON.stringify(config)].join();
    for (const form of [base64, key.toString('hex'), key.join(',')]) {
      expect(printed).not.toContain(form.replace('=', ''));
    }
  });
});

describe('requireDatabaseUrl', () => {
  it('says what to do when there is none', () => {
    expect(() => requireDatabaseUrl(loadConfig({}))).toThrow('use npm start');
  });
});
