import { describe, expect, it } from 'vitest';
import { isBehind, readPlace, writePlace } from './event-place.js';

describe('a place among the events', () => {
  it('comes back as it was', () => {
    const place = { tx: '18446744073709', id: '12' };
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each(['', '1', '1-', '-1', 'a-b', '1-2-3', "1-2'", '1.5-2', '99999999999999999999-1'])(
    '%j is none',
    (text) => {
      expect(readPlace(text)).toBeNull();
    },
  );

  it.each([
    ['2-1', '1-9', true],
    ['1-10', '1-9', true],
    ['1-9', '1-9', false],
    ['1-8', '1-9', false],
    ['10-1', '9-1', true],
  ])('%s behind %s: %s', (event, place, expected) => {
    const [one, other] = [readPlace(event), readPlace(place)];
    if (one === null || other === null) throw new Error('no places');
    expect(isBehind(one, other)).toBe(expected);
  });
});
