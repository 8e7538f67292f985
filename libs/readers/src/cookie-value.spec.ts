import { describe, expect, it } from 'vitest';
import { COOKIE_DAYS, cookieValue, newReaderId, readerIdOf } from './cookie-value.js';

const KEY = Buffer.alloc(32, 1);
const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

describe('the value of a reader’s cookie', () => {
  it('gives the id back for as long as a browser keeps it', () => {
    const id = newReaderId();
    const value = cookieValue(KEY, id, NOW);
    expect(value).not.toContain(KEY.toString('base64url'));
    for (const after of [0, DAY, COOKIE_DAYS * DAY])
      expect(readerIdOf(KEY, value, NOW + after)).toBe(id);
    expect(readerIdOf(KEY, value, NOW + (COOKIE_DAYS + 1) * DAY)).toBeNull();
    expect(readerIdOf(KEY, value, NOW - DAY), 'from the future').toBeNull();
  });

  it('is worth nothing under another site’s key, or changed in any place', () => {
    const value = cookieValue(KEY, newReaderId(), NOW);
    expect(readerIdOf(Buffer.alloc(32, 2), value, NOW)).toBeNull();
    for (let at = 0; at < value.length; at += 1) {
      // The last character of each part has bits that mean nothing.
      const other = value.slice(0, at) + (value[at] === 'Q' ? 'h' : 'Q') + value.slice(at + 1);
      expect(readerIdOf(KEY, other, NOW), `character ${at}`).toBeNull();
    }
  });

  it.each(['', '.', '..', 'a.b.c', 'x'.repeat(10_000)])('is not %j', (value) => {
    expect(readerIdOf(KEY, value, NOW)).toBeNull();
  });
});
