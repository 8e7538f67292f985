import { expect, it, test } from 'vitest';
import { SNIPPETS } from './snippets.js';

const VALUES = {
  url: 'https://comments.news.example:8443',
  key: `mk-${'a'.repeat(32)}`,
  publicKey: 'pk_4f9a',
};

test.each(['perspective', 'akismet', 'openai'] as const)(
  'fills the key and the address of every snippet for %s in',
  (system) => {
    for (const { name, code } of SNIPPETS[system](VALUES)) {
      expect(code, name).toContain(VALUES.key);
      expect(code, name).toContain('comments.news.example:8443');
      expect(code, name).not.toContain('undefined');
    }
  },
);

it('gives readers’ browsers the public key, and no other', () => {
  for (const { name, code } of SNIPPETS.counts(VALUES)) {
    expect(code, name).toContain(`${VALUES.url}/compat/${VALUES.publicKey}/`);
    expect(code, name).not.toContain(VALUES.key);
  }
});

it('tells akismet-api scheme and host apart, since it makes a subdomain of the key', () => {
  const code = (url: string) => SNIPPETS.akismet({ ...VALUES, url })[1]?.code;
  expect(code(VALUES.url)).toMatch(/protocol: 'https',\n {2}host: 'comments\.news\.example:8443'/);
  expect(code('http://127.0.0.1:3000')).toMatch(/protocol: 'http',\n {2}host: '127\.0\.0\.1:3000'/);
});
