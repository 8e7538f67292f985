import { describe, expect, it } from 'vitest';
import { csrfToken, hashToken, isCsrfToken, isToken, newToken } from './tokens.js';

describe('a token', () => {
  it('is 256 random bits, another one each time', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) {
      expect(isToken(token)).toBe(true);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    }
  });

  it.each(['', 'x', `${newToken()}=`, ` ${newToken()}`, newToken().slice(1)])(
    'is not what does not look like one: %j',
    (text) => expect(isToken(text)).toBe(false),
  );

  it('cannot be told from what is stored of it', () => {
    const token = newToken();
    expect(hashToken(token)).toHaveLength(32);
    expect(hashToken(token).toString('base64url')).not.toBe(token);
  });
});

describe('the proof of a session', () => {
  const session = newToken();

  it('is the same for the whole session, and does not tell the session’s token', () => {
    expect(csrfToken(session)).toBe(csrfToken(session));
    expect(isCsrfToken(session, csrfToken(session))).toBe(true);
    expect(csrfToken(session)).not.toContain(session);
  });

  it.each([csrfToken(newToken()), '', session, `${csrfToken(session)}x`, 'ü'.repeat(43)])(
    'is nothing else: %j',
    (text) => expect(isCsrfToken(session, text)).toBe(false),
  );
});
