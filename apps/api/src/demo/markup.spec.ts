import { describe, expect, it } from 'vitest';
import { ago } from './ago.js';
import { html } from './markup.js';

describe('html', () => {
  it('escapes what is filled in, and leaves markup as it is', () => {
    const inner = html`<b>${'<&"\'>'}</b>`;
    expect(html`<p title="${'"'}">${inner}${[inner, inner]}${3}</p>`.text).toBe(
      `<p title="&quot;">${'<b>&lt;&amp;&quot;&#39;&gt;</b>'.repeat(3)}3</p>`,
    );
  });

  it('takes a backslash for a backslash', () => {
    expect(html`${'\\u003c'}`.text).toBe('\\u003c');
  });
});

describe('ago', () => {
  it.each([
    [34, '34 minutes ago'],
    [96, '1 hour ago'],
    [1500, 'yesterday'],
    [2940, '2 days ago'],
  ])('says of %d minutes: %s', (minutes, text) => {
    expect(ago(minutes)).toBe(text);
  });
});
