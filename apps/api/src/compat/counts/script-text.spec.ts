import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCallback, scriptCall, scriptText } from './script-text.js';

describe('a callback', () => {
  it.each(['CoralCount.setCount', 'f', '$', '_a.b$.c1', 'window.a.b.c.d'])('may be %s', (name) => {
    expect(isCallback(name)).toBe(true);
  });

  it.each([
    '',
    '1a',
    'a.',
    '.a',
    'a..b',
    'a()',
    'alert(1)//',
    'a;b',
    'a b',
    'a[0]',
    'a\n',
    'a<',
    'á',
    'a.b.c.d.e.f',
    'x'.repeat(65),
    undefined,
    ['a'],
  ])('may not be %j', (name) => {
    expect(isCallback(name)).toBe(false);
  });
});

describe('text in a script', () => {
  it('means the same and holds nothing that ends a script or begins an element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = scriptText(value);
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('is handed to the callback', () => {
    expect(scriptCall('a.b', { html: '</script>' })).toBe(
      String.raw`/**/a.b({"html":"\u003c/script\u003e"});`,
    );
  });
});
