import { expect, test } from 'vitest';
import { parseReplayArguments } from './replay-arguments.js';

test('fills in what is not given', () => {
  expect(parseReplayArguments(['--file', 'a.jsonl'])).toMatchObject({
    file: 'a.jsonl',
    url: 'http://127.0.0.1:3000',
    concurrency: 20,
    rate: undefined,
    limit: undefined,
    waitSeconds: 120,
    json: false,
  });
});

test('reads every option', () => {
  const line = '--file a --url http://b --site-key k --site-secret s --concurrency 3 --rate 0.5';
  const args = `${line} --limit 7 --wait-seconds 9 --json`.split(' ');
  expect(parseReplayArguments(args)).toEqual({
    ...{ file: 'a', url: 'http://b', siteKey: 'k', siteSecret: 's' },
    ...{ concurrency: 3, rate: 0.5, limit: 7, waitSeconds: 9, json: true },
  });
});

test.each([
  [[], 'No file'],
  [['--file', 'a', '--concurrency', '0'], '--concurrency must be a number above 0, not "0".'],
  [['--file', 'a', '--limit', '2.5'], '--limit must be a whole number, not "2.5".'],
  [['--file', 'a', '--rate', 'fast'], '--rate must be a number above 0, not "fast".'],
  [['--flie', 'a'], "Unknown option '--flie'"],
])('refuses %j', (args, problem) => {
  expect(() => parseReplayArguments(args)).toThrow(problem);
});

test('gives nothing to do when only help is asked for', () => {
  expect(parseReplayArguments(['--help'])).toBeNull();
});
