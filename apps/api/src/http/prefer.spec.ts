import { describe, expect, it } from 'vitest';
import { waitSeconds } from './prefer.js';

describe('waitSeconds', () => {
  it.each([
    ['wait=2', 2],
    ['respond-async, wait=3', 3],
    ['Wait = "4"; foo', 4],
    ['wait=0', 0],
    ['wait=99', 10],
    ['wait=-1', 0],
    ['wait=1.5', 0],
    ['await=5', 0],
    ['wait', 0],
    ['', 0],
    [undefined, 0],
  ])('reads %j as %d', (header, seconds) => {
    expect(waitSeconds(header)).toBe(seconds);
  });
});
