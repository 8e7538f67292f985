import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { firstIdOf, momentOf } from './time-ordered-id.js';

describe('ids in the order of time', () => {
  it.each([0, 1, 1_795_399_200_123, 2 ** 48 - 1])('begin with their moment: %i', (msecs) => {
    expect(momentOf(firstIdOf(new Date(Math.min(msecs, 8.64e15)))).getTime()).toBe(msecs);
  });

  it('stand between the first of their moment and the first of the next', () => {
    const msecs = 1_795_399_200_123;
    const id = uuidv7({ msecs });
    expect(momentOf(id).getTime()).toBe(msecs);
    expect(id > firstIdOf(new Date(msecs))).toBe(true);
    expect(id < firstIdOf(new Date(msecs + 1))).toBe(true);
  });

  it('begin with zeros before 1970', () => {
    expect(firstIdOf(new Date(-1))).toBe(firstIdOf(new Date(0)));
  });
});
