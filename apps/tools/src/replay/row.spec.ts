import { expect, test } from 'vitest';
import { parseRow } from './row.js';

test('reads a whole row and ignores what it does not know', () => {
  const row = {
    text: 'Well said.',
    id: 7,
    article: 'bridge',
    author: 'reader-1',
    parent: 'First!',
    toxic: 0,
  };
  expect(parseRow(JSON.stringify(row))).toEqual({
    text: 'Well said.',
    id: '7',
    article: 'bridge',
    author: 'reader-1',
    parent: 'First!',
  });
});

test('takes null and empty fields as absent', () => {
  expect(parseRow('{"text": "a", "author": null, "article": "", "parent": null}')).toEqual({
    text: 'a',
  });
});

test('keeps an empty text, for the service to refuse', () => {
  expect(parseRow('{"text": ""}')).toEqual({ text: '' });
});

test.each([
  ['{"text": ', 'not JSON'],
  ['"text"', 'not a JSON object'],
  ['["text"]', 'not a JSON object'],
  ['null', 'not a JSON object'],
  ['{"body": "a"}', '"text" is not a string'],
  ['{"text": 5}', '"text" is not a string'],
  ['{"text": "a", "author": {"name": "b"}}', '"author" is neither a string nor a number'],
])('refuses %s: %s', (line, problem) => {
  expect(() => parseRow(line)).toThrow(problem);
});
