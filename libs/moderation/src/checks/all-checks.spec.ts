import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Label } from '#contract';
import { runChecks } from '../run-checks.js';
import { verdict } from '../verdict.js';
import { contextOf } from './context.fixture.js';
import { defaultChecks } from './index.js';

const options = { clock: () => 0, timeLimitMs: 1000 };
const policy = {
  words: {
    banned: ['idiot', 'clown*', '*x*', '傻', 'kill yourself', '🖕'],
    suspect: ['a', 'e*'],
    allowed: ['ass'],
  },
  links: { block: ['example.com'] },
};
const splitsPair = (body: string, at: number): boolean =>
  /[\ud800-\udbff]/.test(body.charAt(at - 1)) && /[\udc00-\udfff]/.test(body.charAt(at));

async function expectSound(body: string): Promise<void> {
  const context = contextOf(body, { policy });
  const runs = await runChecks(defaultChecks({}), context, options);
  expect(runs.filter(({ error }) => error !== null)).toEqual([]);
  for (const { spans } of runs.flatMap(({ signals }) => signals)) {
    let from = 0;
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(from);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(body.length);
      expect(splitsPair(body, start) || splitsPair(body, end)).toBe(false);
      from = end;
    }
  }
  verdict(runs, context);
}

describe('all checks, on any text,', () => {
  const tricky = fc.constantFrom(
    'fuck',
    'f u c k',
    'f*ck',
    '𝐟𝐮𝐜𝐤',
    '🖕',
    '傻',
    'idiot',
    'і',
    'example.com',
    'example[.]com',
    'http://',
    'www.',
    '@',
    'dot com',
    '.',
    ' ',
    '\u200b',
    '\u0301',
    '\ud83d',
    '\ude00',
    '👨‍👩‍👧',
    '+1 401 555 0177',
    'WhatsApp',
    '$100',
    'A',
    'ﬁ',
    'İ',
    'ß',
    '\n',
    '\u202e',
    '*',
    '(',
    'クソ',
    'é',
    'ｅ',
    '🄰',
    '🇫',
  );

  it('never fail, and point to whole characters within the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 400 }),
          fc.array(tricky, { maxLength: 60 }).map((parts) => parts.join('')),
        ),
        expectSound,
      ),
      { numRuns: 300 },
    );
  });

  it('end in good time on 5,000 characters made to keep expressions busy', async () => {
    const pieces = [
      'a',
      'A',
      ' ',
      '.',
      '-',
      '@',
      '/',
      '(',
      '[',
      '*',
      '1',
      '1 ',
      'a ',
      'a.',
      'a-',
      'a@',
      'aa.',
      'ab ',
      'A ',
      'AB ',
      'a*',
      '1.',
      '1-',
      '(a',
      'a(',
      'www.',
      'http://',
      'http://a',
      '//',
      'a.com',
      'a.com/',
      'a dot ',
      'dot ',
      'h',
      'hxxp',
      'x.',
      'f',
      'fu',
      'fuc',
      'ass',
      'sh',
      'n1',
      '$',
      '!',
      '\u200b',
      '\u0301',
      'é',
      'ä',
      'і',
      '傻',
      '。',
      '🖕',
      '\ud83d',
      'ha',
      'hj',
      'bc',
      'qwert',
      'make ',
      'make $1 ',
      'earn $100 ',
      'text ',
      'contact ',
      'whatsapp ',
      'on ',
      'whatsapp: ',
      'call ',
      '+1 ',
      '00 1',
      '2345 ',
      'my ',
      'check my ',
      'click ',
      'recover my ',
      'gift ',
      'idiot',
      'i d ',
      'clown',
      'x',
      'İ',
      'ﷺ',
      '👨‍👩‍👧',
      '{',
      '((((',
      '[[[[',
      '){',
      'a,',
      ',com',
      ' .com',
      '. com',
      'xn--',
      'xn--a.',
      'a·',
      'ab_',
      'a-b.test ',
      'a.me ',
      '@$',
      '!+',
      'piece of ',
      'zx',
      '\n',
      '\t',
    ];
    for (const piece of pieces) {
      const body = piece.repeat(Math.ceil(5000 / piece.length)).slice(0, 5000);
      await expectSound(body);
      await expectSound(`${body.slice(0, 4990)}!q9`);
    }
  }, 30_000);
});

describe('the default policy', () => {
  const held = async (body: string): Promise<[string, Label | null]> => {
    const context = contextOf(body);
    const { status, findings } = verdict(
      await runChecks(defaultChecks({}), context, options),
      context,
    );
    return [status, findings.find(({ outcome }) => outcome !== 'none')?.label ?? null];
  };

  it.each<[string, string, Label | null]>([
    [
      'I disagree with nearly everything in this article, and I am glad that it was printed.',
      'published',
      null,
    ],
    ['This is bullshit and the minister knows it.', 'published', null],
    ['You are a fucking disgrace.', 'held', 'profanity'],
    [
      'See https://a.example.org, https://b.example.org and https://c.example.org',
      'held',
      'link-count',
    ],
    ['You lying piece of shit.', 'held', 'profanity'],
    ['Shit happens.', 'published', null],
    ['lkjdsf pqowjr zxmvnb', 'held', 'gibberish'],
    ['ooooooooooooooooooooooo', 'held', 'gibberish'],
    ['!!!!!!!!!!!!!!!!!!!!!!!', 'held', 'gibberish'],
    ['My cat wrote: lkjdsf pqowjr', 'published', null],
    ['hahahahahahahahaha', 'published', null],
    ['!!!', 'published', null],
    ['👏👏👏👏👏👏', 'published', null],
    ['WHY DOES NOBODY EVER TALK ABOUT THE PENSIONERS', 'published', null],
    [
      'Contact Mrs Hartman on WhatsApp +1 401 555 0177, she helped me earn $5,000 weekly',
      'held',
      'spam',
    ],
  ])('%s', async (body, status, label) => {
    expect(await held(body)).toEqual([status, label]);
  });
});
