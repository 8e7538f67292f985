import { describe, expect, it } from 'vitest';
import { countdown, fullTime, relativeTime } from './time.js';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const ago = (seconds: number): string => new Date(NOW - seconds * 1000).toISOString();

describe('relativeTime', () => {
  it.each([
    [-90, 'now', 'a clock that is behind'],
    [0, 'now', ''],
    [59, 'now', ''],
    [60, '1 minute ago', ''],
    [3599, '59 minutes ago', ''],
    [3600, '1 hour ago', ''],
    [86_399, '23 hours ago', ''],
    [86_400, 'yesterday', ''],
    [6 * 86_400, '6 days ago', ''],
    [8 * 86_400, 'November 14', 'a date from a week on'],
    [400 * 86_400, 'October 18, 2025', 'with its year'],
  ])('says of %d seconds: %s', (seconds, text) => {
    expect(relativeTime(ago(seconds), NOW, 'en')).toBe(text);
  });

  it('speaks Chinese', () => {
    expect(relativeTime(ago(300), NOW, 'zh-Hant')).toBe('5 分鐘前');
    expect(relativeTime(ago(300), NOW, 'zh-Hans')).toBe('5分钟前');
  });
});

it('tells day and time in full', () => {
  expect(fullTime(ago(0), 'en')).toContain('November 22, 2026');
});

describe('countdown', () => {
  it.each([
    [247_000, '4:07'],
    [246_001, '4:07'],
    [59_000, '0:59'],
    [3_661_000, '61:01'],
    [0, '0:00'],
    [-5, '0:00'],
  ])('shows %d ms as %s', (milliseconds, text) => {
    expect(countdown(milliseconds)).toBe(text);
  });
});
