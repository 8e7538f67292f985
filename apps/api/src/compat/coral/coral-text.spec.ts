import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coralText } from './coral-text.js';

describe('the text of a body of Coral’s', () => {
  it.each([
    ['', ''],
    ['<div>One.</div><div><br></div><div>Two &amp; three.</div>', 'One.\nTwo & three.'],
    ['<p class="x">a<br/>b</p>', 'a\nb'],
    ['un<b>brea</b>kable', 'unbreakable'],
    ['a &lt;b&gt; c&nbsp;d &#33;&#x21; &copy; &#9999999;', 'a <b> c d !! &copy; &#9999999;'],
    ['<a href="https://a.example/" rel="nofollow">https://a.example/</a>', 'https://a.example/'],
    [
      '<a href="https://a.example/?a=1&amp;b=2">look</a> here',
      'look https://a.example/?a=1&b=2 here',
    ],
    ['<a>nowhere</a></a>', 'nowhere'],
    ['I <3 you, a < b and b > c, <script>', 'I <3 you, a < b and b > c, <script>'],
  ])('%j is %j', (body, text) => {
    expect(coralText(body)).toBe(text);
  });

  it('is that of any text which was written as HTML', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(coralText(`<div>${escaped(text)}</div>`)).toBe(text.trim());
      }),
    );
  });

  it('is read in linear time', () => {
    const before = process.cpuUsage();
    for (const piece of ['<a href="', '<a <', '<div ', '&', '&#x', '<a href="x">y'])
      coralText(piece.repeat(60_000 / piece.length));
    // Microseconds of the processor, which others may use meanwhile.
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
