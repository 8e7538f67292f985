import { describe, expect, it } from 'vitest';
import type { Signal } from '../check.js';
import { contextOf, type ContextParts, recentText } from './context.fixture.js';
import { spamCheck } from './spam.check.js';

const NEW: ContextParts = { author: { standing: 'new', published: 0 } };
const check = (body: string, parts: ContextParts = {}): Signal | undefined =>
  (spamCheck.run(contextOf(body, parts)) as Signal[])[0];

describe('spam by a new author that holds by default', () => {
  it.each([
    'Check out my channel, I post new songs every day!',
    'Please subscribe to my channel guys',
    'I made $15,000 in two weeks trading with Mrs Olivia Hartman, contact her on WhatsApp +1 (401) 555-0177',
    'I earn $350 per day working from home, you can do it too: http://easy-cash.example.com',
    'Message me on Telegram @quick_profit_desk',
    'DM @dr_goldhands on insta, he recovered my funds',
    'Best forex signals, message us on Telegram',
    'Thanks to this recovery expert I recovered my lost bitcoin, text him via Signal',
    'https://t.me/joinchat/AAAAAEexample',
    'Hot singles in your area tonight: bit.ly/3example',
    'Buy replica watches, fake passports and counterfeit notes: www.example.com',
    'Online casino bonus, free spins, no deposit: casino-best[.]com',
    'Dr Akim is a powerful spell caster who brought my husband back, email him at dr.akim@example.com',
    '加微信: vip88888 日赚500',
    'Пишите в телеграмм, пассивный доход без вложений',
    '𝗖𝗼𝗻𝘁𝗮𝗰𝘁 𝗵𝗶𝗺 𝗼𝗻 𝗪𝗵𝗮𝘁𝘀𝗔𝗽𝗽 for your investment',
    'Cheap SEO services and backlinks!! Visit our website www.example.com',
    'Get your free gift now! Click here: http://example.com/win',
    'CALL NOW: 1-800-555-0199, payday loans approved in minutes',
    'subscribe me and I sub back',
    'The airdrop is live, connect your wallet to claim: https://tinyurl.com/example-1',
    'Claim your free tokens now >> bit.ly/example2',
    'Exclusive airdrop for early holders, collect 500 tokens before it closes https://drop.example.com',
    'Home-based job, $300 a day, start today, details: http://desk-jobs.example',
    'Remote positions, €900 per week, no skills needed: https://bit.ly/example3',
  ])('%s', (body) => {
    const signal = check(body, NEW);
    expect(signal?.reason).toBe('SPAM_SIGNS');
    expect(signal?.score).toBeGreaterThanOrEqual(0.7);
  });
});

describe('no spam, even by a new author', () => {
  it.each([
    'The central bank raised rates; bitcoin fell 5% and gold hit $2,000 an ounce.',
    'Nurses make $35,000 a year and the minister earns $200,000.',
    'The company made a profit of $3 billion in the last quarter.',
    'My daughter earns minimum wage, she cannot pay $1,400 rent a month.',
    'WhatsApp is owned by Meta, and Telegram by nobody knows whom.',
    'I deleted Telegram and Signal last year.',
    'The hotline of the council did not answer.',
    'The war lasted from 1939 to 1945 and cost 60 000 000 lives.',
    'In 2024-11-05 12:30 the polls opened; turnout was 64.5%.',
    'ISBN 978-3-16-148410-0 is what you want.',
    'I work from home and love it.',
    'Free speech is not free of consequences.',
    'Join the army, they said. See the world, they said.',
    'Investors trust the platform of this party no more.',
    'The casino at the pier burned down in 1987.',
    'Act now, government, before it is too late.',
    'He recovered from the flu and went back to work.',
    'Thanks for the article, very informative!',
    'Subscribe? To this paper? After this headline?',
    'You can read it here, click by click.',
    'Loans for students should be free of interest.',
    'Contact your representative about the bill on Monday.',
    'THIS IS AN OUTRAGE AND EVERYBODY KNOWS IT',
    '这个城市的公交车太少了。',
    '',
  ])('%s', (body) => {
    expect(check(body, NEW)).toBeUndefined();
  });
});

describe('a hint of spam that does not hold', () => {
  it.each([
    'Aid groups called the airdrop over the war zone a gesture: https://un.example.org/report',
    'The free airdrop of food parcels killed two, https://news.example.com/x',
    'Thieves stole his wallet with 40 bitcoins: https://news.example.com/a',
    'Never connect your wallet to such sites, my uncle lost it all: https://police.example.org',
    'How can they get tokens for free bus rides? https://city.example.org',
    'People who work from home save $4,500 a year on fares: https://study.example.org',
    'Working at home saves £30 a week, and a job with no experience pays nothing',
    'Nurses earn $35,000 a year, no experience counts for anything: https://union.example.org/pay',
    'I work from home and my salary is £2,400 a month, as in https://wages.example.org/table',
    'Bitcoin traders lost $3bn when the platform failed.',
    'The trusted broker went to jail.',
    'Follow me @realjohn for more of this.',
    'Dial 1-800-273-8255 if you need help.',
    'google.com',
  ])('%s', (body) => {
    expect(check(body, NEW)?.score ?? 0).toBeLessThan(0.7);
  });
});

describe('the spam check', () => {
  it('only notes a source that a reader links to', () => {
    const body = 'The figures are in the report: https://www.oecd.org/economy/outlook.htm';
    expect(check(body)).toBeUndefined();
    expect(check(body, NEW)?.score).toBeLessThan(0.5);
  });

  it('does not count links to hosts that the policy allows', () => {
    const policy = { links: { allow: ['oecd.org'] } };
    expect(check('https://www.oecd.org/x', { ...NEW, policy })).toBeUndefined();
    expect(check('https://www.oecd.org/x', NEW)?.details.signs).toContain('a link');
  });

  it('hears repetition that the text alone does not tell', () => {
    const body = 'Everybody should look at what this fund has done for its members in only a year.';
    const byOthers = ['b', 'c'].map((authorId) => recentText(body, { authorId }));
    const byAuthor = [recentText(body)];
    expect(check(body, NEW)).toBeUndefined();
    expect(check(body, { ...NEW, recent: { byOthers, byAuthor } })?.score).toBeGreaterThan(0.8);
  });

  it('scores a new author higher, a burst higher still', () => {
    const body = 'Check out my channel';
    const known = check(body)?.score ?? 0;
    const fresh = check(body, NEW)?.score ?? 0;
    const burst =
      check(body, { ...NEW, rates: { author: { perMinute: 5, perHour: 5 } } })?.score ?? 0;
    expect(known).toBeLessThan(fresh);
    expect(fresh).toBeLessThan(burst);
  });

  it('marks the pieces and names the signs, strongest first', () => {
    const body = 'Hi 👋 text me on WhatsApp: +44 7700 900123 or visit my page';
    const signal = check(body);
    expect(signal?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([
      'text me on WhatsApp: +44 7700 900123',
      'visit my page',
    ]);
    expect(signal?.details.signs).toBe('a contact by messenger, a call to action, a phone number');
  });
});
