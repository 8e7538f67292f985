import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Keyring, type Sealed } from './keyring.js';

const [FIRST, SECOND] = [0, 1].map(() => createSecretKey(randomBytes(32)));
const SECRET = Buffer.from('a secret of 32 bytes or more, ünïcödé');
const HERE = 'here';

const first = new Keyring([FIRST!]);
const both = new Keyring([SECOND!, FIRST!]);
const sealedBy = (keyring: Keyring, secret: Buffer = SECRET): Sealed =>
  keyring.encrypt(secret, HERE)!;

describe('a keyring', () => {
  it.each([
    ['a secret', SECRET],
    ['one byte', Buffer.of(0)],
    ['nothing', Buffer.alloc(0)],
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))],
  ])('gives back %s', (_, secret) => {
    expect(first.decrypt(sealedBy(first, secret), HERE)).toEqual(secret);
  });

  it('encrypts under its first key and decrypts under all', () => {
    const old = sealedBy(first);
    expect(both.decrypt(old, HERE)).toEqual(SECRET);
    const fresh = sealedBy(both);
    expect(fresh.keyId).toBe(both.currentId);
    expect(fresh.keyId).not.toBe(old.keyId);
    expect(first.decrypt(fresh, HERE)).toBeNull();
  });

  it('never makes the same of the same, nor shows any of it', () => {
    const made = Array.from({ length: 100 }, () => sealedBy(first).ciphertext);
    expect(new Set(made.map((one) => one.toString('hex'))).size).toBe(100);
    expect(made.some((one) => one.includes(SECRET.subarray(0, 4)))).toBe(false);
  });

  it('names a key alike in every process, by nothing of the key itself', () => {
    const bytes = Buffer.alloc(32, 7);
    const [one, other] = [0, 1].map(() => new Keyring([createSecretKey(bytes)]).currentId);
    expect(one).toBe(other);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(bytes.toString('hex')).not.toContain(one);
  });

  it('encrypts nothing without a key', () => {
    const none = new Keyring([]);
    expect(none.currentId).toBeNull();
    expect(none.encrypt(SECRET, HERE)).toBeNull();
    expect(none.decrypt(sealedBy(first), HERE)).toBeNull();
  });

  it('opens nothing of which any bit was changed', () => {
    const { ciphertext, keyId } = sealedBy(first);
    for (let bit = 0; bit < 8 * ciphertext.length; bit += 1) {
      const changed = Buffer.from(ciphertext);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(first.decrypt({ ciphertext: changed, keyId }, HERE)).toBeNull();
    }
    expect(first.decrypt({ ciphertext, keyId }, HERE)).toEqual(SECRET);
  });

  it.each<[string, (sealed: Sealed) => Sealed, string]>([
    ['at another place', (sealed) => sealed, 'there'],
    ['at no place', (sealed) => sealed, ''],
    [
      'under the name of another key',
      ({ ciphertext }) => ({ ciphertext, keyId: both.currentId! }),
      HERE,
    ],
    [
      'under a key that is not there',
      ({ ciphertext }) => ({ ciphertext, keyId: '0'.repeat(16) }),
      HERE,
    ],
    [
      'cut short',
      ({ ciphertext, keyId }) => ({ ciphertext: ciphertext.subarray(0, -1), keyId }),
      HERE,
    ],
    [
      'cut to its tag',
      ({ ciphertext, keyId }) => ({ ciphertext: ciphertext.subarray(0, 29), keyId }),
      HERE,
    ],
    [
      'cut within its tag',
      ({ ciphertext, keyId }) => ({ ciphertext: ciphertext.subarray(0, 20), keyId }),
      HERE,
    ],
    ['that is empty', ({ keyId }) => ({ ciphertext: Buffer.alloc(0), keyId }), HERE],
    [
      'with more behind it',
      ({ ciphertext, keyId }) => ({ ciphertext: Buffer.concat([ciphertext, Buffer.of(0)]), keyId }),
      HERE,
    ],
  ])('opens nothing %s', (_, change, place) => {
    expect(both.decrypt(change(sealedBy(first)), place)).toBeNull();
  });
});
