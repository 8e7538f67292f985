import { expect, test } from 'vitest';
import { parseClassifyArguments } from './classify-arguments.js';

const WEIGHTS = 'models/classifier.weights';

test.each([
  [[], { text: undefined, language: undefined, weights: WEIGHTS }],
  [['a text'], { text: 'a text', language: undefined, weights: WEIGHTS }],
  [['文', '--language', 'zh'], { text: '文', language: 'zh', weights: WEIGHTS }],
  [['a', '--weights', '/w'], { text: 'a', language: undefined, weights: '/w' }],
  [['--help'], null],
])('reads %j', (args, expected) => {
  expect(parseClassifyArguments(args)).toEqual(expected);
});

test.each([
  [['two', 'texts'], 'Put the text in quotation marks: there is more than one.'],
  [['--lang', 'en'], "Unknown option '--lang'"],
])('refuses %j', (args, message) => {
  expect(() => parseClassifyArguments(args)).toThrow(message);
});
