import { describe, expect, it } from 'vitest';
import { parseForm } from './form-body.js';

const form = (text: string) => ({ ...parseForm(Buffer.from(text)) });

describe('a form', () => {
  it.each([
    ['', {}],
    ['a=1&b=', { a: '1', b: '' }],
    ['a=x+y%20z&b=%E4%BD%A0', { a: 'x y z', b: '你' }],
    ['a[]=1&a[]=2&a[]=3', { 'a[]': ['1', '2', '3'] }],
    ['%zz=1', { '%zz': '1' }],
  ])('%j is %j', (text, fields) => {
    expect(form(text)).toEqual(fields);
  });

  it('has no other names than those sent', () => {
    const fields = parseForm(Buffer.from('__proto__=x&toString=y'));
    expect(Object.keys(fields)).toEqual(['__proto__', 'toString']);
    expect(fields.hasOwnProperty).toBeUndefined();
  });

  it('is refused with more fields than any client sends', () => {
    expect(() => form('a=1&'.repeat(501))).toThrow('A form may have 500 fields.');
  });
});
