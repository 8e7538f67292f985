import { expect, test } from 'vitest';
import { PostedComments } from './posted-comments.js';

test('finds a parent by its text and by its id, in the same article only', async () => {
  const posted = new PostedComments();
  posted.note({ text: 'First!', id: 'a', article: 'x' }, Promise.resolve('id-1'));
  expect(await posted.parentOf({ text: 'r', article: 'x', parent: 'First!' })).toBe('id-1');
  expect(await posted.parentOf({ text: 'r', article: 'x', parent: 'a' })).toBe('id-1');
  expect(await posted.parentOf({ text: 'r', article: 'y', parent: 'First!' })).toBeNull();
  expect(await posted.parentOf({ text: 'r', article: 'x' })).toBeNull();
});

test('waits for a parent that is being posted', async () => {
  const posted = new PostedComments();
  let answer: (id: string) => void = () => undefined;
  posted.note({ text: 'First!' }, new Promise((resolve) => (answer = resolve)));
  const parent = posted.parentOf({ text: 'r', parent: 'First!' });
  answer('id-1');
  expect(await parent).toBe('id-1');
});

test('knows no parent that was refused', async () => {
  const posted = new PostedComments();
  posted.note({ text: 'First!' }, Promise.resolve(null));
  expect(await posted.parentOf({ text: 'r', parent: 'First!' })).toBeNull();
});

test('replies to the latest of equal texts', async () => {
  const posted = new PostedComments();
  posted.note({ text: 'Yes' }, Promise.resolve('id-1'));
  posted.note({ text: 'Yes' }, Promise.resolve('id-2'));
  await Promise.resolve();
  expect(await posted.parentOf({ text: 'r', parent: 'Yes' })).toBe('id-2');
});
