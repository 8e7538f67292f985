import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from './html-text.js';

describe('readHtml', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['<b>b</b>old', 'bold'],
    ['1 < 2 & 3', '1 < 2 & 3'],
    ['&lt;b&gt; &amp;amp; &copy &#x1f600;', '<b> &amp; © 😀'],
    ['one<br>two<p>three</p><p>four', 'one\ntwo\nthree\nfour'],
    ['<!-- no -->seen<script>no()</script><style>no{}</style>', 'seen'],
    ['<a href="https://a.example" title="x > y">link</a>', 'link'],
    ['<div>&nbsp;</div>', '\u00a0'],
    ['text <unknown attr>more</unknown>', 'text more'],
    ['an open <b tag', 'an open '],
  ])('%j reads %j', (markup, body) => {
    expect(readHtml(markup).body).toBe(body);
  });

  it.each([
    ['<p>An <b>id</b>i&#111;t.</p>', 'idiot', 'id</b>i&#111;t'],
    ['<p>😀 &#x1f600; idiot</p>', 'idiot', 'idiot'],
    ['&#x1f600;', '😀', '&#x1f600;'],
    ['a<br>b', 'a\nb', 'a<br>b'],
  ])('of %j, %j is %j', (markup, seen, piece) => {
    const { body, toSent } = readHtml(markup);
    const start = body.indexOf(seen);
    const sent = toSent({ start, end: start + seen.length });
    expect(markup.slice(sent.start, sent.end)).toBe(piece);
  });

  it('leads every piece of what is seen to a piece of the markup, in order', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '&amp;',
      '&#x1f600;',
      '&',
      '<',
      '>',
      'a',
      '😀',
    );
    const property = fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
      const markup = parts.join('');
      const { body, toSent, sentLength } = readHtml(markup);
      expect(sentLength).toBe(markup.length);
      let before = 0;
      for (let unit = 0; unit < body.length; unit += 1) {
        const { start, end } = toSent({ start: unit, end: unit + 1 });
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(markup.length);
        before = start;
      }
    });
    fc.assert(property, { seed: 1, numRuns: 500 });
  });
});
