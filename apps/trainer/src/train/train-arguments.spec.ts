import { afterEach, expect, it, vi } from 'vitest';
import { StartupError } from '#startup';
import { parseTrainArguments } from './train-arguments.js';

const USAGE = 'How it is used.\n';
const parse = (line: string) => parseTrainArguments(line === '' ? [] : line.split(' '), USAGE);

afterEach(() => vi.restoreAllMocks());

it.each([
  ['--data sets', { data: 'sets', out: 'models', seed: 1 }],
  ['--data sets --out elsewhere --seed 42', { data: 'sets', out: 'elsewhere', seed: 42 }],
  ['--seed=0 --data=sets', { data: 'sets', out: 'models', seed: 0 }],
])('reads %s', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

it.each([
  ['', /No data sets: give --data FOLDER/],
  ['--data sets --seed one', /--seed one is no whole number/],
  ['--data sets --seed=-1', /--seed -1 is no whole number/],
  ['--data sets --seed 1.5', /--seed 1.5 is no whole number/],
  ['--data sets --seed 9999999999', /no whole number/],
  ['--data sets --epochs 3', /Unknown option '--epochs'/],
  ['sets', /Unexpected argument 'sets'/],
])('refuses "%s" and says why', (line, message) => {
  expect(() => parse(line)).toThrow(StartupError);
  expect(() => parse(line)).toThrow(message);
});

it('shows how it is used where an option is unknown', () => {
  expect(() => parse('--epochs 3')).toThrow(USAGE);
});

it('prints how it is used where that is asked for', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  expect(parse('--help')).toBeNull();
  expect(write.mock.calls).toEqual([[USAGE]]);
});
