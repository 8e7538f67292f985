import { describe, expect, it } from 'vitest';
import { type AuthorRecord, type Standing, standingOf } from './standing.js';

const NOW = new Date('2026-11-22T12:00:00Z');
const EARLIER = new Date('2026-11-22T11:59:59Z');
const LATER = new Date('2026-11-22T12:00:01Z');
const NOBODY: AuthorRecord = {
  override: null,
  suspendedUntil: null,
  vouched: false,
  published: 0,
  rejected: 0,
};

describe('the standing of an author', () => {
  it.each<[string, Partial<AuthorRecord>, Standing]>([
    ['without comments', {}, 'new'],
    ['with two published', { published: 2 }, 'new'],
    ['with three published', { published: 3 }, 'known'],
    ['with three published, one rejected', { published: 3, rejected: 1 }, 'new'],
    ['with four published, one rejected', { published: 4, rejected: 1 }, 'new'],
    ['with five published, one rejected', { published: 5, rejected: 1 }, 'known'],
    ['with forty published, ten rejected', { published: 40, rejected: 10 }, 'new'],
    ['with forty-one published, nine rejected', { published: 41, rejected: 9 }, 'known'],
    ['banned', { override: 'banned', published: 50, vouched: true }, 'banned'],
    ['premoderated', { override: 'premoderated', published: 50 }, 'premoderated'],
    ['suspended without end', { override: 'suspended', published: 50 }, 'suspended'],
    ['suspended until later', { override: 'suspended', suspendedUntil: LATER }, 'suspended'],
    ['suspended until now', { override: 'suspended', suspendedUntil: NOW, published: 9 }, 'known'],
    ['suspended until earlier', { override: 'suspended', suspendedUntil: EARLIER }, 'new'],
    ['trusted and vouched for', { override: 'trusted', vouched: true }, 'trusted'],
    ['trusted by name only', { override: 'trusted', published: 9 }, 'known'],
    ['trusted by name only, without comments', { override: 'trusted' }, 'new'],
    ['vouched for, but not trusted', { vouched: true }, 'new'],
  ])('%s', (_, parts, standing) => {
    expect(standingOf({ ...NOBODY, ...parts }, NOW)).toBe(standing);
  });
});
