import { expect, test } from 'vitest';
import { relativeTime } from './relative-time.js';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');

test.each([
  ['2026-11-22T11:59:30.000Z', -30, 'second'],
  ['2026-11-22T11:59:00.000Z', -1, 'minute'],
  ['2026-11-22T10:00:01.000Z', -1, 'hour'],
  ['2026-11-20T12:00:00.000Z', -2, 'day'],
  ['2025-11-22T12:00:00.000Z', -1, 'year'],
  ['2026-11-22T12:10:00.000Z', 10, 'minute'],
  ['2026-11-22T12:00:05.000Z', 0, 'second'],
])('tells %s as %i %s', (at, value, unit) => {
  expect(relativeTime(Date.parse(at), NOW)).toEqual({ value, unit });
});
