import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../obfuscate/random.js';
import { shuffled } from './shuffled.js';

describe('shuffled', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => index * 3);

  it('gives every number once, and leaves what it was given', () => {
    const order = shuffled(numbers, mulberry32(1));
    expect(order).not.toEqual(Int32Array.from(numbers));
    expect(order.toSorted()).toEqual(Int32Array.from(numbers));
    expect(numbers[1]).toBe(3);
  });

  it('gives the same order for the same seed, and another for another', () => {
    expect(shuffled(numbers, mulberry32(1))).toEqual(shuffled(numbers, mulberry32(1)));
    expect(shuffled(numbers, mulberry32(1))).not.toEqual(shuffled(numbers, mulberry32(2)));
  });

  it('gives every order as often', () => {
    const random = mulberry32(1);
    const seen = new Map<string, number>();
    for (let time = 0; time < 6_000; time++) {
      const order = shuffled([1, 2, 3], random).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    for (const times of seen.values()) expect(Math.abs(times - 1_000)).toBeLessThan(120);
  });

  it.each([[[]], [[5]]])('leaves %j as it is', (few) => {
    expect([...shuffled(few, mulberry32(1))]).toEqual(few);
  });
});
