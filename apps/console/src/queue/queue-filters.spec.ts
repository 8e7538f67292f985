import { expect, it } from 'vitest';
import { deskKey, readFilters, toQuery } from './queue-filters.js';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');

it('reads its filters from an address and nothing else', () => {
  expect(readFilters({ section: ' sport ', label: '', unknown: 'x', text: 7 })).toEqual({
    section: 'sport',
  });
});

it('turns an age into a time', () => {
  expect(toQuery({ age: 'over-4' }, NOW)).toEqual({ openedBefore: '2026-11-22T08:00:00.000Z' });
  expect(toQuery({ age: 'under-1' }, NOW)).toEqual({ openedAfter: '2026-11-22T11:00:00.000Z' });
  expect(toQuery({ age: 'nonsense' }, NOW)).toEqual({});
});

it('gives scores as numbers', () => {
  expect(toQuery({ minScore: '0.5', maxScore: '0.9' }, NOW)).toEqual({
    minScore: 0.5,
    maxScore: 0.9,
  });
});

it('tells desks apart by queue and filters, not by their order', () => {
  expect(deskKey('held', { section: 'a', label: 'spam' })).toBe(
    deskKey('held', { label: 'spam', section: 'a' }),
  );
  expect(deskKey('held', {})).not.toBe(deskKey('reported', {}));
});
