import { describe, expect, it } from 'vitest';
import { isIntegrationKey, newIntegrationKey } from './integration-key.js';

describe('an integration key', () => {
  it('is fit for a label of a host’s name, and never the same', () => {
    const keys = Array.from({ length: 50 }, newIntegrationKey);
    for (const key of keys) {
      expect(isIntegrationKey(key)).toBe(true);
      expect(new URL(`http://${key}.example`).hostname).toBe(`${key}.example`);
      expect(key.length).toBeLessThan(64);
    }
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    '',
    'mk-',
    'sk_0123',
    `mk-${'A'.repeat(32)}`,
    `mk-${'a'.repeat(33)}`,
    undefined,
    ['mk'],
  ])('is not %j', (text) => {
    expect(isIntegrationKey(text)).toBe(false);
  });
});
