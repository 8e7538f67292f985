import { describe, expect, it } from 'vitest';
import { originProblem } from './origin.js';

describe('an origin', () => {
  it.each([
    '*',
    'https://news.example',
    'https://www.news.example',
    'https://news.example:8443',
    'https://xn--ihqw8a.example',
    'https://my_site.news.example',
    'https://203.0.113.7',
    'https://[2001:db8::1]:8443',
    'http://localhost',
    'http://localhost:8080',
    'http://courier.localhost:8080',
    'http://127.0.0.1:8080',
    'http://[::1]:3000',
  ])('is %s', (text) => {
    expect(originProblem(text)).toBeNull();
  });

  it.each([
    ['https://news.example/', 'isBare', 'https://news.example'],
    ['https://news.example/comments?x=1#y', 'isBare', 'https://news.example'],
    ['https://news.example:443', 'isBare', 'https://news.example'],
    ['HTTPS://News.Example', 'isBare', 'https://news.example'],
    [' https://news.example', 'isBare', 'https://news.example'],
    ['https:news.example', 'isBare', 'https://news.example'],
    ['https://新聞.example', 'isBare', 'https://xn--efvv70d.example'],
    ['http://localhost:80', 'isBare', 'http://localhost'],
    ['http://127.1', 'isBare', 'http://127.0.0.1'],
    ['http://news.example', 'isSecure', 'https://news.example'],
    ['http://news.example:8080/x', 'isSecure', 'https://news.example:8080'],
    ['http://localhost.news.example', 'isSecure', 'https://localhost.news.example'],
    ['http://127.0.0.1.news.example', 'isSecure', 'https://127.0.0.1.news.example'],
    ['http://192.168.1.7', 'isSecure', 'https://192.168.1.7'],
    ['https://*.news.example', 'isOneHost', undefined],
    ['https://*', 'isOneHost', undefined],
    ['https://news..example', 'isOneHost', undefined],
    ['news.example', 'isOrigin', 'https://news.example'],
    ['news.example:8443', 'isOrigin', 'https://news.example:8443'],
    ['localhost:8080', 'isOrigin', 'http://localhost:8080'],
    ['*.news.example', 'isOrigin', undefined],
    ['', 'isOrigin', undefined],
    [' ', 'isOrigin', undefined],
    ['**', 'isOrigin', undefined],
    ['two words', 'isOrigin', undefined],
    ['//news.example', 'isOrigin', undefined],
    ['https://', 'isOrigin', undefined],
    ['https://news.example:99999', 'isOrigin', undefined],
    ['https://user@news.example', 'isOrigin', undefined],
    ['https://user:word@news.example', 'isOrigin', undefined],
    ['ftp://news.example', 'isOrigin', undefined],
    ['ws://localhost', 'isOrigin', undefined],
    ['file:///etc/passwd', 'isOrigin', undefined],
    ['javascript:alert(1)', 'isOrigin', undefined],
    ['data:text/html,x', 'isOrigin', undefined],
    [`https://${'a'.repeat(263)}`, 'maxLength', undefined],
  ])('is not %j, by %s', (text, rule, instead) => {
    const problem = originProblem(text);
    expect(problem).toMatchObject({ rule, message: expect.stringMatching(/^must .*[^.]$/) });
    expect(problem?.instead).toBe(instead);
    // Whoever takes the advice is not refused again.
    if (instead !== undefined) expect(originProblem(instead)).toBeNull();
  });

  it('is what browsers call a page’s own, of whatever is taken but all', () => {
    for (const text of ['https://news.example:8443', 'http://localhost', 'https://[2001:db8::1]'])
      expect(new URL(`${text}/a/page?x#y`).origin).toBe(text);
  });
});
