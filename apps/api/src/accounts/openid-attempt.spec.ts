import { describe, expect, it } from 'vitest';
import { ATTEMPT_SECONDS, openAttempt, sealAttempt } from './openid-attempt.js';

const attempt = { state: 'a-state', nonce: 'a-nonce', verifier: 'a-verifier' };
const NOW = Date.parse('2026-11-22T12:00:00Z');
const sealed = sealAttempt(attempt, 'secret', NOW);

describe('an attempt in a cookie', () => {
  it('comes back as it was, for ten minutes', () => {
    expect(sealed).toMatch(/^[\w.-]+$/);
    expect(openAttempt(sealed, 'secret', NOW)).toEqual(attempt);
    expect(openAttempt(sealed, 'secret', NOW + ATTEMPT_SECONDS * 1000)).toEqual(attempt);
    expect(openAttempt(sealed, 'secret', NOW + ATTEMPT_SECONDS * 1000 + 1)).toBeNull();
  });

  it.each([
    ['signed with another secret', sealAttempt(attempt, 'another', NOW)],
    ['changed', `x${sealed}`],
    ['without a signature', sealed.split('.')[0]!],
    ['empty', ''],
    ['of nothing', '.'],
  ])('is not taken when it is %s', (_, text) => {
    expect(openAttempt(text, 'secret', NOW)).toBeNull();
  });
});
