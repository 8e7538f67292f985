import { expect, it } from 'vitest';
import { isSameSite } from './credentials.js';

it.each([
  ['https://news.example', 'https', 'comments.news.example', true],
  ['https://www.news.example:8443', 'https', 'comments.news.example', true],
  ['http://localhost:5173', 'http', 'localhost', true],
  ['http://127.0.0.1:8080', 'http', '127.0.0.1', true],
  ['https://news.co.uk', 'https', 'comments.news.co.uk', true],
  ['http://news.example', 'https', 'comments.news.example', false],
  ['https://other.co.uk', 'https', 'comments.news.co.uk', false],
  ['https://one.github.io', 'https', 'two.github.io', false],
  ['http://127.0.0.2', 'http', '127.0.0.1', false],
  ['http://10.0.0.1', 'http', '11.0.0.1', false],
  ['https://evil.example', 'https', 'news.example.evil', false],
  ['https://intranet', 'https', 'comments', false],
  ['null', 'https', 'null', false],
  ['', 'https', '', false],
] as const)('a page of %s is of the site of %s://%s: %s', (origin, protocol, hostname, same) => {
  expect(isSameSite({ protocol, hostname }, origin)).toBe(same);
});
