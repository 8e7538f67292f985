import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KeySets } from './key-sets.js';

const URL = 'https://news.example/jwks.json';
const SECOND = 1000;
const token = { payload: '', signature: '' };

afterEach(() => void vi.useRealTimers());

let keys: JWK[];
beforeAll(async () => {
  const make = async (kid: string): Promise<JWK> => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    return { ...(await exportJWK(publicKey)), kid, alg: 'ES256' };
  };
  keys = await Promise.all(['one', 'two'].map(make));
});

/** A key set whose server and clock are the test's. */
function keySet() {
  const server = { answer: () => Response.json({ keys: keys.slice(0, 1) }), asked: 0 };
  let now = 0;
  vi.useFakeTimers({ toFake: ['Date'] });
  const fetch = (): Promise<Response> => {
    server.asked += 1;
    return Promise.resolve().then(() => server.answer());
  };
  const sets = new KeySets({ fetch, now: () => now });
  const find = (kid: string) =>
    Promise.resolve(sets.at(URL)({ alg: 'ES256', kid }, token)).then(
      () => 'found',
      (error: unknown) => (error as { code: string }).code,
    );
  const pass = (milliseconds: number): void => {
    now += milliseconds;
    vi.setSystemTime(Date.now() + milliseconds);
  };
  return { server, find, pass };
}

describe('the public keys of a site', () => {
  it('are kept for ten minutes', async () => {
    const { server, find, pass } = keySet();
    expect([await find('one'), await find('one')]).toEqual(['found', 'found']);
    pass(599 * SECOND);
    expect([await find('one'), server.asked]).toEqual(['found', 1]);
    pass(2 * SECOND);
    expect([await find('one'), server.asked]).toEqual(['found', 2]);
  });

  it('are fetched again for a key that is not known, though not for each token', async () => {
    const { server, find, pass } = keySet();
    await find('one');
    server.answer = () => Response.json({ keys });
    expect([await find('two'), server.asked]).toEqual(['ERR_JWKS_NO_MATCHING_KEY', 1]);
    pass(31 * SECOND);
    expect([await find('two'), server.asked]).toEqual(['found', 2]);
    for (const kid of ['three', 'four', 'five']) await find(kid);
    expect(server.asked).toBe(2);
  });

  it('are used for a day while their server is down', async () => {
    const { server, find, pass } = keySet();
    await find('one');
    server.answer = () => new Response('', { status: 500 });
    pass(3600 * SECOND);
    expect(await find('one')).toBe('found');
    server.answer = () => new Response('no keys');
    pass(20 * 3600 * SECOND);
    expect(await find('one')).toBe('found');
    pass(4 * 3600 * SECOND);
    expect(await find('one')).toBe('READER_KEYS_UNAVAILABLE');
  });

  it('are asked for again a while after a failure, and not before', async () => {
    const { server, find, pass } = keySet();
    server.answer = () => {
      throw new TypeError('fetch failed');
    };
    for (let n = 0; n < 3; n += 1) expect(await find('one')).toBe('READER_KEYS_UNAVAILABLE');
    expect(server.asked).toBe(1);
    server.answer = () => Response.json({ keys });
    pass(6 * SECOND);
    expect([await find('one'), server.asked]).toEqual(['found', 2]);
  });

  it.each([
    ['too large', () => Response.json({ keys, filler: 'x'.repeat(300_000) })],
    ['elsewhere', () => Response.redirect('https://evil.example/', 302)],
    ['no key set', () => Response.json({ keys: 'none' })],
    ['null', () => Response.json(null)],
  ])('are refused when the answer is %s', async (_, answer) => {
    const { server, find } = keySet();
    server.answer = answer;
    expect(await find('one')).toBe('READER_KEYS_UNAVAILABLE');
  });
});
