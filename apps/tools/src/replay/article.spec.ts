import { expect, test } from 'vitest';
import { articleOf } from './article.js';

test('keeps an id as it is', () => {
  expect(articleOf('harbor-bridge_2.html')).toEqual({ id: 'harbor-bridge_2.html' });
});

test('makes a readable id of a headline, and keeps it as the title', () => {
  const article = articleOf("Café owners approve 'no means no' rule");
  expect(article.id).toMatch(/^cafe-owners-approve-no-means-no-rule-[0-9a-f]{10}$/);
  expect(article.title).toBe("Café owners approve 'no means no' rule");
});

test('keeps headlines apart that have the same letters', () => {
  expect(articleOf('Bridge closed!').id).not.toBe(articleOf('Bridge closed?').id);
  expect(articleOf('大橋重開').id).not.toBe(articleOf('大橋關閉').id);
});

test('stays within the limits of the service, and splits no character', () => {
  const article = articleOf(`${'a'.repeat(499)}😀 and more`);
  expect(article.id.length).toBeLessThanOrEqual(200);
  expect(article.title).toBe('a'.repeat(499));
});

test('has one article for rows without any', () => {
  expect(articleOf(undefined)).toEqual({ id: 'replay' });
});
