import { describe, expect, it } from 'vitest';
import { readCursor, writeCursor } from './page-cursor.js';

const PLACE = { at: '2026-11-22 10:11:12.131415+00', id: '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b' };
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('leads back to its place, to the microsecond', () => {
    expect(readCursor('held', writeCursor('held', PLACE))).toEqual(PLACE);
  });

  it.each([
    ['of another queue', writeCursor('decided', PLACE)],
    ['that is empty', ''],
    ['that is no base64', '%%%'],
    ['that is no JSON', Buffer.from('held').toString('base64url')],
    ['that is no list', encode({ queue: 'held' })],
    ['with a day that there is not', encode(['held', '2026-02-30 10:11:12+00', PLACE.id])],
    ['with another time', encode(['held', 'infinity', PLACE.id])],
    ['with another id', encode(['held', PLACE.at, "' OR true"])],
  ])('%s is refused', (_, cursor) => {
    expect(() => readCursor('held', cursor)).toThrow('cursor must be the next of a page');
  });
});
