import { expect, test } from 'vitest';
import { parseEvaluateArguments } from './evaluate-arguments.js';

const parse = (line: string) => parseEvaluateArguments(line.split(' '));
const UNSET = { threshold: undefined, language: undefined, weights: 'models/classifier.weights' };

test.each([
  ['--task toxicity --file a', { task: 'toxicity', file: 'a', label: 'toxic', ...UNSET }],
  ['--task spam --file a', { task: 'spam', file: 'a', label: 'spam', ...UNSET }],
  [
    '--task toxicity --file a --label threat --threshold 0.5 --language zh --weights w',
    {
      ...{ task: 'toxicity', file: 'a', label: 'threat' },
      ...{ threshold: 0.5, language: 'zh', weights: 'w' },
    },
  ],
  ['--help', null],
])('reads %s', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test.each([
  ['--file a', 'Say what to measure: --task toxicity or --task spam.'],
  ['--task speed --file a', 'Say what to measure: --task toxicity or --task spam.'],
  ['--task spam', 'Name a file of labeled comments: --file F.jsonl[.gz].'],
  ['--task spam --file a --label toxic', '--label must be one of spam for this task, not "toxic".'],
  ['--task toxicity --file a --label spam', '--label must be one of toxic, severe_toxic, obscene'],
  ['--task spam --file a --threshold 90', '--threshold must be a number from 0 to 1, not "90".'],
  [
    '--task spam --file a --threshold high',
    '--threshold must be a number from 0 to 1, not "high".',
  ],
  ['--task spam --data a', "Unknown option '--data'"],
])('refuses %s', (line, message) => {
  expect(() => parse(line)).toThrow(message);
});
