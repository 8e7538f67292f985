import { describe, expect, it } from 'vitest';
import {
  bool,
  float,
  int32,
  list,
  map,
  message,
  oneOf,
  Place,
  type Reader,
  text,
} from './message-reader.js';

const read = (reader: Reader<unknown>, value: unknown): unknown => {
  const place = new Place('field');
  const result = reader(value, place);
  return place.violations.length > 0 ? place.violations.map(({ field }) => field) : result;
};
const REFUSED = ['field'];
const kind = oneOf('Kind', ['NONE', 'SOME']);

describe('a value', () => {
  it.each<[string, Reader<unknown>, unknown, unknown]>([
    ['a text', text, 'a', 'a'],
    ['a number is no text', text, 1, REFUSED],
    ['true', bool, true, true],
    ['"false"', bool, 'false', false],
    ['"no" is not false', bool, 'no', REFUSED],
    ['a number', float, -0.5, -0.5],
    ['a number as a text', float, '1e-3', 0.001],
    ['infinity is no number', float, 'Infinity', REFUSED],
    ['nothing is no number', float, '', REFUSED],
    ['a whole number', int32, 7, 7],
    ['a broken one is none', int32, 7.5, REFUSED],
    ['one that is too large', int32, 2 ** 31, REFUSED],
    ['a name', kind, 'SOME', 'SOME'],
    ['a name by its number', kind, 0, 'NONE'],
    ['a name that is none', kind, 'OTHER', REFUSED],
    ['a number that is none', kind, 7, REFUSED],
    ['a list', list(text), ['a', 'b'], ['a', 'b']],
    ['a list with something else in it', list(text), ['a', null], ['field[1]']],
    ['an object is no list', list(text), {}, REFUSED],
    ['a map', map(float), { a: 1 }, new Map([['a', 1]])],
    ['a map with something else in it', map(float), { a: 1, b: 'x' }, ['field[1].value']],
    ['a list is no map', map(float), [], REFUSED],
  ])('%s', (_, reader, value, result) => {
    expect(read(reader, value)).toEqual(result);
  });

  it('is cut where an error quotes it', () => {
    const place = new Place('a');
    float('x'.repeat(10_000), place);
    expect(place.violations[0]?.description.length).toBeLessThan(200);
  });
});

describe('a message', () => {
  const reader = message('Thing', { aName: text, parts: list(message('Part', { size: int32 })) });

  it.each<[unknown, unknown]>([
    [{}, {}],
    [{ aName: 'a' }, { aName: 'a' }],
    [{ a_name: 'a' }, { aName: 'a' }],
    [{ aName: null }, {}],
    [{ parts: [{ size: 1 }, {}] }, { parts: [{ size: 1 }, {}] }],
    ['a', ['field']],
    [[], ['field']],
    [null, ['field']],
    [{ other: 1 }, ['field']],
    [{ aName: 1, parts: [{ size: 'x' }] }, ['field.a_name', 'field.parts[0].size']],
  ])('%j', (value, result) => {
    expect(read(reader, value)).toEqual(result);
  });

  it('lists no more that is wrong than anybody reads', () => {
    const names = Array.from({ length: 1000 }, (_, number) => [`name${number}`, 1] as const);
    const place = new Place();
    reader(Object.fromEntries(names), place);
    expect(place.violations).toHaveLength(20);
  });
});
