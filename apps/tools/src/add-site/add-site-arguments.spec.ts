import { describe, expect, it } from 'vitest';
import { parseAddSiteArguments } from './add-site-arguments.js';

const name = ['--name', 'The Courier'];
const origins = ['--origins', 'https://courier.example, http://127.0.0.1:8080'];

describe('the command line of add-site', () => {
  it('names the site and its origins', () => {
    expect(parseAddSiteArguments([...name, ...origins])).toEqual({
      name: 'The Courier',
      origins: ['https://courier.example', 'http://127.0.0.1:8080'],
      json: false,
    });
    expect(parseAddSiteArguments(['--help'])).toBeNull();
  });

  it.each([
    [origins, 'No name: give --name "The Courier"; see --help.'],
    [name, 'No origins: give --origins https://courier.example; see --help.'],
    [['--name', ' ', ...origins], '--name must not be empty.'],
    [['--name', 'x'.repeat(101), ...origins], '--name must not be longer than 100 characters.'],
    [
      [...name, '--origins', 'courier.example'],
      '--origins must be "*" or origins separated by commas, as in https://news.example (http:// for localhost alone).',
    ],
    [
      [...name, '--origins', 'https://courier.example/'],
      '--origins must be "*" or origins separated by commas, as in https://news.example (http:// for localhost alone).',
    ],
  ])('is refused in one sentence: %j', (args, sentence) => {
    expect(() => parseAddSiteArguments(args)).toThrow(sentence);
  });
});
