import { describe, expect, it } from 'vitest';
import { readerAddress } from './reader-address.js';

const site = { id: '1', name: 'a site', origins: ['*'], signingKey: Buffer.alloc(32, 7) };
const stored = (ip: string) => readerAddress(site, ip)?.toString('hex') ?? null;

describe('readerAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.9',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    'nonsense',
  ])('stores nothing for %s, which is not a reader’s', (ip) => {
    expect(stored(ip)).toBeNull();
  });

  it('is equal for equal addresses and does not show them', () => {
    expect(stored('203.0.113.9')).toBe(stored('::ffff:203.0.113.9'));
    expect(stored('203.0.113.9')).not.toBe(stored('203.0.113.10'));
    expect(stored('203.0.113.9')).toHaveLength(32);
  });

  it('takes the addresses of one IPv6 network for one reader', () => {
    expect(stored('2001:db8:1:2::9')).toBe(stored('2001:db8:1:2:aaaa:bbbb:cccc:dddd'));
    expect(stored('2001:db8:1:2::9')).not.toBe(stored('2001:db8:1:3::9'));
    expect(stored('2001:db8::9')).toBe(stored('2001:0db8:0:0:1::'));
  });

  it('differs from site to site', () => {
    const other = { ...site, signingKey: Buffer.alloc(32, 8) };
    expect(readerAddress(other, '203.0.113.9')?.toString('hex')).not.toBe(stored('203.0.113.9'));
  });
});
