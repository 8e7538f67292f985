import { expect, test } from 'vitest';
import { commentText } from './comment-text.js';

test('gives equal texts for equal numbers, and 20 to 60 words', () => {
  expect(commentText(7)).toBe(commentText(7));
  for (let number = 0; number < 200; number += 1) {
    const words = commentText(number).split(' ').length - 2;
    expect(words).toBeGreaterThanOrEqual(20);
    expect(words).toBeLessThanOrEqual(60);
  }
});

test('gives texts that are no near-duplicates of one another', () => {
  const [first, second] = [1, 2].map((number) => new Set(commentText(number).split(' ')));
  const shared = [...(first ?? [])].filter((word) => second?.has(word));
  expect(shared.length).toBeLessThan((first?.size ?? 0) / 2);
});
