import fc from 'fast-check';
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

  it.each([
    ['a=%E9t%E9&c=ISO-8859-1', 'été'],
    ['a=%E9t%E9', '\ufffdt\ufffd'],
    ['a=%E9t%E9&c=UTF-8', '\ufffdt\ufffd'],
    ['a=%E9t%E9&c=klingon', '\ufffdt\ufffd'],
    ['a=%C3%A9t%C3%A9&c=ISO-8859-1', 'été'],
    ['c=windows-1251&a=%EF%F0%E8%E2%E5%F2', 'привет'],
    ['c=Shift_JIS&a=%93%FA%96%7B', '日本'],
    ['c=iso-2022-jp&a=%1B%24BF%7CK%5C%1B%28B', '日本'],
    ['c=GBK&a=%C4%E3%BA%C3', '你好'],
    ['c=utf-16le&a=x', 'x'],
    ['a=+%2B&c=ISO-8859-1', ' +'],
    ['a=1=2&c=', '1=2'],
  ])('%j has %j as a, read in what c names if it is no UTF-8', (text, a) => {
    expect(parseForm(Buffer.from(text), 'c')['a']).toBe(a);
  });

  it('is what the URL standard makes of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))),
        (pairs) => {
          const text = new URLSearchParams(pairs).toString();
          const fields = parseForm(Buffer.from(text));
          for (const [name, value] of pairs) expect([fields[name]].flat()).toContain(value);
        },
      ),
    );
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
