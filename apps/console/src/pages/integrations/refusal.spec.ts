import { expect, it, test } from 'vitest';
import { refusalOf } from './refusal.js';

const answer = (status: number, body: unknown = '') => ({
  ...{ status, headers: {}, text: typeof body === 'string' ? body : JSON.stringify(body) },
});
const perspective = (errorType: string) => ({ error: { details: [{ errorType }] } });

test.each([
  ['COMMENT_EMPTY', 'empty'],
  ['COMMENT_TOO_LONG', 'too-long'],
  ['LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE', 'language'],
  ['LANGUAGE_DETECTION_FAILED', 'language'],
  ['SOMETHING_NEW', 'invalid'],
])('knows what Perspective calls %s', (type, why) => {
  expect(refusalOf(answer(400, perspective(type)), 'In its words.')).toBe(why);
});

test.each([
  [401, 'not-allowed'],
  [403, 'not-allowed'],
  [404, 'not-found'],
  [413, 'too-long'],
  [422, 'invalid'],
  [429, 'limited'],
  [500, 'failed'],
  [502, 'failed'],
  [503, 'busy'],
])('goes by the status %d where nothing else tells', (status, why) => {
  for (const text of ['', 'invalid', 'null', '[]', '{}', '{"error":null}', '{"error":{}}'])
    expect(refusalOf(answer(status, text), null), text).toBe(why);
});

it('takes a refusal with a good status for one when it says why, and else for no answer', () => {
  expect(refusalOf(answer(200, 'invalid'), 'Empty "user_ip" value')).toBe('invalid');
  expect(refusalOf(answer(200, '<html></html>'), null)).toBe('unreadable');
});
