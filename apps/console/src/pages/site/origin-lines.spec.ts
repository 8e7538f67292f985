import { describe, expect, it } from 'vitest';
import { areSame, brokenLines, originsIn, textOf, withLine } from './origin-lines.js';

describe('origins, one a line', () => {
  it.each([
    ['', []],
    [' \n\n', []],
    ['https://a.example', ['https://a.example']],
    ['  https://a.example  \r\n\nhttps://b.example\n', ['https://a.example', 'https://b.example']],
    ['https://a.example, https://b.example', ['https://a.example', 'https://b.example']],
    ['*\n*', ['*']],
  ])('are read from %j', (text, origins) => {
    expect(originsIn(text)).toEqual(origins);
    expect(originsIn(textOf(origins))).toEqual(origins);
  });

  it('name what is none, and take what was meant', () => {
    const text = 'https://a.example\nb.example\nhttps://c.example/\nhttps://*.d.example';
    expect(brokenLines(text).map(({ line, problem }) => [line, problem.rule])).toEqual([
      ['b.example', 'isOrigin'],
      ['https://c.example/', 'isBare'],
      ['https://*.d.example', 'isOneHost'],
    ]);
    const mended = withLine(text, 'https://c.example/', 'https://c.example');
    expect(brokenLines(mended).map(({ line }) => line)).toEqual([
      'b.example',
      'https://*.d.example',
    ]);
    // What was meant may stand there already.
    expect(withLine('https://a.example\na.example', 'a.example', 'https://a.example')).toBe(
      'https://a.example',
    );
  });

  it('are the same in whatever order', () => {
    expect(areSame(['*', 'https://a.example'], ['https://a.example', '*'])).toBe(true);
    expect(areSame(['*'], ['https://a.example'])).toBe(false);
    expect(areSame(['*'], ['*', 'https://a.example'])).toBe(false);
  });
});
