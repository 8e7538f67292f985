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
      'MODERATO_SITE_ORIGINS must be "*" or origins separated by commas, as in https://news.example.',
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

describe('requireDatabaseUrl', () => {
  it('says what to do when there is none', () => {
    expect(() => requireDatabaseUrl(loadConfig({}))).toThrow('use npm start');
  });
});
