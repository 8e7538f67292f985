import { describe, expect, it } from 'vitest';
import { contextOf, marked } from './context.fixture.js';
import { linksCheck } from './links.check.js';
import type { Signal } from '../check.js';

const BLOCK = [
  'spam.example',
  'casino.com',
  'xn--80ak6aa92e.com',
  'paypal-login.net',
  'join.me',
  'win-big.zip',
  'evil.com',
];
const ALLOW = ['nytimes.com', 'gov.uk', 'https://www.ourpaper.com/comments', '*.wikipedia.org'];

function check(body: string): Signal[] {
  const links = { allow: ALLOW, block: BLOCK, maximum: 2 };
  return linksCheck.run(contextOf(body, { policy: { links } })) as Signal[];
}

describe('the links check counts', () => {
  it.each([
    ['Read «https://www.example.com/a/b?c=d#e» first.'],
    ['Read «www.example.com», then talk.'],
    ['Read «example.com/a», then talk.'],
    ['It was on «bbc.co.uk» yesterday'],
    ['(see «http://example.org/a_(b)»)'],
    ['«HTTP://EXAMPLE.COM» is down'],
    ['<a href="«http://example.com»">here</a>'],
    ['[url=«http://example.com/x»]here[/url]'],
    ['[here](«https://example.com/x»)'],
    ['Das steht auf «bücher.de» seit gestern.'],
    ['Смотри «пример.рф» и всё'],
    ['看看«example.com»吧'],
    ['详情请看«www.example.com/abc»。'],
    ['«http://192.168.1.1/login» and «http://[::1]/x»'],
    ['«youtu.be/dQw4w9WgXcQ» says it all'],
    ['«t.me/somebody» and «wa.me/123456789»'],
    ['Try «free-money.xyz» and «best-casino.top»'],
    ['see «win-big.live» and «city-paper.news»'],
    ['«best-pills.me», «quick-cash.it»'],
    ['«cheap-flats.test» «win-today.test» 🔥 «new-credit.example»'],
    ['🔥🔥 «example.com» 🔥'],
    ['«https://exаmple.com/path»'],
  ])('%s', (text) => {
    const { body, spans } = marked(text);
    const found = check(body).find(({ label }) => label === 'link-count');
    expect(found?.spans ?? []).toEqual(spans);
    expect(found?.details.disguised).toBeUndefined();
  });
});

describe('the links check counts links in disguise', () => {
  it.each([
    ['Go to «hxxp://example.com/x» now'],
    ['Go to «hxxps://example.com» now'],
    ['Go to «h**p://example.com» now'],
    ['Go to «http:// example.com/x» now'],
    ['Go to «example[.]com» now'],
    ['Go to «example(dot)com» now'],
    ['Go to «example {.} com» now'],
    ['Go to «example (DOT) net» now'],
    ['Go to «my-shop dot com» now'],
    ['Go to best «pills-shop d0t net» now'],
    ['Go to «example . com» now'],
    ['Go to «example .com» now'],
    ['Go to «example,com» now'],
    ['Go to «exam\u200bple.com» now'],
    ['Go to «ｅｘａｍｐｌｅ．ｃｏｍ» now'],
    ['Go to «𝐞𝐱𝐚𝐦𝐩𝐥𝐞.𝐜𝐨𝐦» now'],
  ])('%s', (text) => {
    const { body, spans } = marked(text);
    const [found] = check(body);
    expect(found).toMatchObject({ label: 'link-count', reason: 'LINK_DISGUISED', spans });
    expect(found?.details).toEqual({ links: 1, maximum: 2, disguised: 1 });
  });
});

describe('the links check leaves alone', () => {
  it.each([
    'I agree.It is about time.',
    'He said no.So what? They do.As always.',
    'We won the war.In 1945 nobody doubted it.',
    'Sorry.SB is right about that.',
    'e.g.this or i.e.that, a.m. and p.m., the U.S.in 2020',
    'See README.md, main.py, notes.txt, run.sh and photo.zip in the folder.',
    'Node.js is older than Vue.js',
    'Version 1.2.3 came after 1.2.2 at 10.30',
    'The dot com bubble burst in 2000; dot-com companies and the dot com boom are gone.',
    'Every dot com millionaire knows.',
    'Write to letters@example.com or to the editor',
    'and/or, he/she, 24/7, 1/2, w/o',
    'Wait... what?! No...really.',
    'costs $3.50/kg, up 2.5% vs. 2019',
    'J.K. Rowling, J.R.R. Tolkien, Dr. No, St. John, No. 10',
    '你好。我觉得不错。真的吗？',
    'ok.no',
    '#hashtag.is @name.of',
    'http:// is how it begins',
    'The net. Nothing was in the net.',
    '3.it 2.no',
    'a follow-up.it was fine; well-known.in the town',
    'See my-script.py, read-me.md and my-app.app',
    // Reserved names lead nowhere: one alone is a file's name; only several in a row look like what they stand for.
    'our-form.test is a file, as is unit-a.test',
    'one.test two.test, free.example',
    '',
  ])('%s', (body) => {
    expect(check(body)).toEqual([]);
  });
});

describe('the links check judges hosts', () => {
  it.each([
    ['http://casino.com', 'casino.com'],
    ['play at www.casino.com/bonus', 'casino.com'],
    ['play at eu.casino.com', 'eu.casino.com'],
    ['CASINO.COM!!!', 'casino.com'],
    ['casino[.]com', 'casino.com'],
    ['casino dot com', 'casino.com'],
    ['cas\u200bino.com', 'casino.com'],
    ['http://casino.com:8080/x', 'casino.com'],
    ['http://casino.com./x', 'casino.com'],
    ['http://nytimes.com@evil.com/x', 'evil.com'],
    ['hxxps://paypal-login.net/verify', 'paypal-login.net'],
    ['https://аррӏе.com', 'xn--80ak6aa92e.com'],
    ['http://саsino.com/x', 'xn--sino-43d5h.com'],
    ['the call is on join.me tonight', 'join.me'],
    ['the call is on eu.join.me.', 'eu.join.me'],
    ['«JOIN.ME»', 'join.me'],
    ['jo\u200bin.me', 'join.me'],
    ['it was in win-big.zip', 'win-big.zip'],
  ])('blocks %s', (body, hosts) => {
    const [blocked] = check(body);
    expect(blocked).toMatchObject({ label: 'blocked-link', score: 1, reason: 'LINK_BLOCKED' });
    expect(blocked?.details.hosts).toBe(hosts);
    expect(blocked?.spans).toHaveLength(1);
  });

  it.each([
    'notcasino.com',
    'casino.com.example.org',
    'casino.community-news.org',
    'spam.example.com',
  ])('does not block %s', (body) => {
    expect(check(body).map(({ label }) => label)).toEqual(['link-count']);
  });

  it.each(['you can join.Me too', 'ask @join.me or rejoin.me or join.me-like', 'bob@join.me'])(
    'does not take for a blocked host: %s',
    (body) => {
      expect(check(body)).toEqual([]);
    },
  );

  it('finds a blocked host written twice only where it stands', () => {
    const { body, spans } = marked('«https://join.me/x» «join.me»');
    const [blocked] = check(body);
    expect(blocked).toMatchObject({ spans, details: { hosts: 'join.me', links: 2 } });
  });

  it.each([
    'https://www.nytimes.com/2026/11/22/x.html',
    'https://en.wikipedia.org/wiki/Moderation',
    'see ourpaper.com/article/7',
    'www.service.gov.uk/x',
  ])('does not count the allowed %s', (body) => {
    expect(check(body)).toEqual([]);
  });

  it('blocks a host that is also allowed', () => {
    const links = { allow: ['evil.com'], block: ['evil.com'], maximum: 2 };
    const signals = linksCheck.run(contextOf('http://evil.com', { policy: { links } })) as Signal[];
    expect(signals.map(({ label }) => label)).toEqual(['blocked-link', 'link-count']);
  });
});

describe('the score of link-count', () => {
  it.each([
    [1, 2, 1 / 3],
    [2, 2, 2 / 3],
    [3, 2, 1],
    [9, 2, 1],
    [1, 0, 1],
  ])('%i links where %i are allowed give %f', (count, maximum, score) => {
    const body = Array.from({ length: count }, (_, index) => `https://example${index}.com`).join(
      ' ',
    );
    const [signal] = linksCheck.run(
      contextOf(body, { policy: { links: { maximum } } }),
    ) as Signal[];
    expect(signal).toMatchObject({ label: 'link-count', score });
  });
});
