import { describe, expect, it } from 'vitest';
import { parseJsonBody } from './json-body.js';

const parse = (text: string): object => parseJsonBody(Buffer.from(text));
const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('parseJsonBody', () => {
  it.each(['{}', '\ufeff{"a":1}', ' {"a":[{"b":null}]} ', '{"a":"__proto__"}', nested(16)])(
    'takes %s',
    (text) => expect(parse(text)).toEqual(JSON.parse(text.replace('\ufeff', ''))),
  );

  it.each(['', '{', '[]', 'null', '1', '"x"', '{} {}', 'x{"secret":1}'])(
    'refuses %j without quoting it',
    (text) => {
      expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'MALFORMED_JSON' }));
      expect(() => parse(text)).not.toThrow(/secret/);
    },
  );

  it('refuses bytes that are not UTF-8', () => {
    expect(() => parseJsonBody(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow(/UTF-8/);
  });

  it.each<[text: string, field: string, rule: string]>([
    ['{"__proto__":1}', '__proto__', 'isKnownField'],
    ['{"a":{"constructor":1}}', 'a.constructor', 'isKnownField'],
    ['{"a":[1,{"b":{"toString":[]}}]}', 'a[1].b.toString', 'isKnownField'],
    [nested(17), 'a', 'maxDepth'],
  ])('refuses %s', (text, field, rule) => {
    const errors = [expect.objectContaining({ field, rule })];
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED', errors }),
    );
  });
});
