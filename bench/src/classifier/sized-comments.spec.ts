import { expect, test } from 'vitest';
import { COMMENT_LENGTH, sizedComments } from './sized-comments.js';

test('gives the same comments every time, all of one length and hardly any two alike', async () => {
  const comments = await sizedComments();
  expect(comments).toEqual(await sizedComments());
  expect(new Set(comments).size).toBeGreaterThan(comments.length * 0.95);
  expect(comments.every((comment) => comment.length === COMMENT_LENGTH)).toBe(true);
});

test('leaves out what is not English', async () => {
  const letters = (await sizedComments()).join('').match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  expect(latin.length / letters.length).toBeGreaterThan(0.99);
});
