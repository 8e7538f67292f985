import { Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '#config';
import { Secrets } from './secrets.service.js';
import type { SecretPlace, StoredSecret } from './stored-secret.js';

const [KEY, NEW_KEY] = [0, 1].map(() => randomBytes(32).toString('base64'));
const SECRET = Buffer.from('0123456789abcdef0123456789abcdef');
const PLACE: SecretPlace = { table: 'site_identity_secrets', siteId: 'site-1', id: '2026-11' };

const secretsOf = (...keys: (string | undefined)[]): Secrets =>
  new Secrets(loadConfig({ ENCRYPTION_KEYS: keys.join(',') }));

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  vi.spyOn(Logger.prototype, 'error').mockImplementation((line: unknown) => {
    logged.push(String(line));
  });
});
afterEach(() => vi.restoreAllMocks());

describe('secrets', () => {
  it('are stored in the clear without a key, and read so with one', () => {
    const stored = secretsOf().seal(PLACE, SECRET);
    expect(stored).toEqual({ secret: SECRET, ciphertext: null, key_id: null });
    expect(secretsOf().read(PLACE, stored)).toEqual(SECRET);
    expect(secretsOf(KEY).read(PLACE, stored)).toEqual(SECRET);
  });

  it('are stored as a ciphertext alone with a key', () => {
    const stored = secretsOf(KEY).seal(PLACE, SECRET);
    expect(stored.secret).toBeNull();
    expect(stored.ciphertext?.includes(SECRET)).toBe(false);
    expect(secretsOf(KEY).open(PLACE, stored)).toEqual(SECRET);
    expect(secretsOf(NEW_KEY, KEY).open(PLACE, stored)).toEqual(SECRET);
    expect(logged).toEqual([]);
  });

  it.each<[string, Partial<SecretPlace>]>([
    ['table', { table: 'coral_secrets' }],
    ['site', { siteId: 'site-2' }],
    ['id', { id: '2026-12' }],
    ['site and id, so cut that they read alike', { siteId: 'site-12026', id: '-11' }],
  ])('do not open in the place of another %s', (_, elsewhere) => {
    const stored = secretsOf(KEY).seal(PLACE, SECRET);
    expect(secretsOf(KEY).read({ ...PLACE, ...elsewhere }, stored)).toBeNull();
    expect(logged).toMatchObject([expect.stringContaining('not what was encrypted there')]);
  });

  it('that cannot be read are refused, and told of in one sentence, once', () => {
    const stored = secretsOf(KEY).seal(PLACE, SECRET);
    const without = secretsOf(NEW_KEY);
    for (let n = 0; n < 3; n += 1) {
      expect(() => without.open(PLACE, stored)).toThrow(
        expect.objectContaining({ code: 'SECRET_UNREADABLE' }),
      );
    }
    expect(logged).toEqual([
      `A secret cannot be read (site_identity_secrets, site site-1, id 2026-11): it is encrypted under the key ${stored.key_id}, which is not among ENCRYPTION_KEYS; add that key.`,
    ]);
    expect(without.read({ ...PLACE, id: 'other' }, stored)).toBeNull();
    expect(logged).toHaveLength(2);
  });

  it.each<[string, (stored: StoredSecret) => StoredSecret, Secrets]>([
    ['clear', () => secretsOf().seal(PLACE, SECRET), secretsOf(KEY)],
    ['current', (stored) => stored, secretsOf(KEY)],
    ['older', (stored) => stored, secretsOf(NEW_KEY, KEY)],
    ['keyless', (stored) => stored, secretsOf(NEW_KEY)],
    ['keyless', (stored) => stored, secretsOf()],
  ])('are known to be %s', (state, change, secrets) => {
    expect(secrets.stateOf(change(secretsOf(KEY).seal(PLACE, SECRET)))).toBe(state);
  });
});
