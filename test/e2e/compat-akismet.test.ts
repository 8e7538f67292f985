import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Check } from '#moderation';
import {
  ADVERTISEMENT,
  AkismetStage,
  civil,
  type Form,
  somebody,
  THANKS,
} from './support/akismet.js';
import type { Response } from './support/client.js';

let stage: AkismetStage;
beforeAll(async () => {
  stage = await AkismetStage.open();
});
afterAll(() => stage.close());

const BLOG = 'https://blog.example/';
const debugHelp = (response: Response): unknown => response.headers['x-akismet-debug-help'];

/** That a client sees a word and no header that it throws on. */
function expectWord(response: Response, word: string): void {
  expect([response.statusCode, response.body]).toEqual([200, word]);
  expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
  for (const header of ['x-akismet-alert-code', 'x-akismet-alert-msg', 'x-akismet-debug-help'])
    expect(response.headers[header]).toBeUndefined();
}

describe('a key', () => {
  it('is valid by whichever field has it', async () => {
    const { key } = stage;
    expectWord(await stage.post('/1.1/verify-key', { key, blog: BLOG }), 'valid');
    expectWord(await stage.post('/1.1/verify-key', { api_key: key, blog: BLOG }), 'valid');
    expectWord(await stage.post('/1.1/verify-key', { key, blog: 'https://blog.example' }), 'valid');
  });

  it('is found in the subdomain, with a port and in any case', async () => {
    for (const host of [`${stage.key}.comments.example`, `${stage.key.toUpperCase()}.localhost:80`])
      expectWord(
        await stage.post('/1.1/comment-check', { blog: BLOG, ...somebody() }, host),
        'false',
      );
  });

  it.each([
    ['is missing', {}, 'Send an integration key of the site.'],
    ['is not known', { key: `mk-${'a'.repeat(32)}` }, 'No site has this integration key.'],
    ['is no key at all', { api_key: "' OR 1=1 --" }, 'No site has this integration key.'],
  ])('that %s is invalid', async (_, fields: Form, help) => {
    for (const path of ['verify-key', 'comment-check', 'submit-spam', 'submit-ham']) {
      const response = await stage.post(`/1.1/${path}`, {
        ...{ blog: BLOG, user_ip: '203.0.113.7' },
        ...fields,
      });
      expect([response.statusCode, response.body]).toEqual([200, 'invalid']);
      expect(debugHelp(response)).toBe(help);
    }
  });
});

describe('a required field that is missing', () => {
  it.each([
    ['comment-check', 'blog'],
    ['comment-check', 'user_ip'],
    ['submit-spam', 'blog'],
    ['submit-spam', 'user_ip'],
    ['submit-ham', 'blog'],
    ['submit-ham', 'user_ip'],
    ['verify-key', 'blog'],
  ])('makes %s invalid: %s', async (path, field) => {
    const form: Form = { api_key: stage.key, blog: BLOG, user_ip: '203.0.113.7' };
    for (const value of [undefined, '', '  ']) {
      const { [field]: _, ...rest } = form;
      const response = await stage.post(
        `/1.1/${path}`,
        value === undefined ? rest : { ...rest, [field]: value },
      );
      expect([response.statusCode, response.body]).toEqual([200, 'invalid']);
      expect(debugHelp(response)).toBe(`Missing required field: ${field}.`);
    }
  });
});

describe('a check', () => {
  it('answers with a word and an id of its own', async () => {
    const ham = await stage.check({ ...somebody(), comment_content: civil() });
    expectWord(ham, 'false');
    expect(ham.headers['x-akismet-guid']).toMatch(/^[0-9a-f]{32}$/);
    expect(ham.headers['x-akismet-pro-tip']).toBeUndefined();
    expect(ham.headers['x-akismet-recheck-after']).toBeUndefined();
    const spam = await stage.check({ ...somebody(), comment_content: ADVERTISEMENT });
    expectWord(spam, 'true');
    expect(spam.headers['x-akismet-guid']).not.toBe(ham.headers['x-akismet-guid']);
  });

  it('takes what somebody calls himself and his page for part of what he says', async () => {
    const seller = {
      comment_content: 'What a nice article this is!',
      comment_author: 'Cheap Viagra',
    };
    const shop = { comment_author_url: 'http://cheap-viagra-pills.example/' };
    const [one, other, third] = [somebody(), somebody(), somebody()];
    expect(await stage.isSpam({ ...one, ...seller, ...shop })).toBe('true');
    const anna = {
      comment_author: 'Anna Schmidt',
      comment_author_url: 'https://schmidt.example/blog',
    };
    expect(await stage.isSpam({ ...other, comment_content: civil(), ...anna })).toBe('false');
    expect(await stage.isSpam({ ...third, comment_content: 'So true.', ...anna })).toBe('false');
    expect(await stage.isSpam({ ...somebody(), ...shop })).toBe('true');
  });

  it('asks for spam, and not for manners', async () => {
    const rude = {
      comment_content: 'You are a fucking idiot and I hope you die, you worthless cunt.',
    };
    expect(await stage.isSpam({ ...somebody(), ...rude })).toBe('false');
  });

  it('reads other encodings', async () => {
    const { key } = stage;
    const fields = new URLSearchParams({ api_key: key, blog: BLOG, ...somebody() }).toString();
    const russian = `${fields}&blog_charset=windows-1251&comment_content=%EF%F0%E8%E2%E5%F2`;
    const response = await stage.post('/1.1/comment-check', russian);
    expectWord(response, 'false');
    await stage.rows.query('TRUNCATE feedback');
    expectWord(await stage.post('/1.1/submit-ham', russian), THANKS);
    expect(await stage.rows.query('SELECT body FROM feedback')).toEqual([{ body: 'привет' }]);
  });
});

describe('for those who try their side out', () => {
  const TRIGGERS: [string, Form, string][] = [
    ['a name', { comment_author: 'akismet-guaranteed-spam' }, 'true'],
    ['an e-mail address', { comment_author_email: 'akismet-guaranteed-spam@example.com' }, 'true'],
    ['administrators', { user_role: 'administrator', comment_content: ADVERTISEMENT }, 'false'],
  ];

  it.each(TRIGGERS)('%s decides, and nothing is remembered', async (_, fields, word) => {
    const before = await stage.remembered();
    expectWord(await stage.check({ comment_content: civil(), ...fields }), word);
    expectWord(await stage.tell('spam', { comment_content: civil(), ...fields }), THANKS);
    expect(await stage.remembered()).toBe(before);
  });

  it('a test leaves no trace', async () => {
    const author = { ...somebody(), is_test: '1' };
    const [memory, feedback] = [await stage.remembered(), await feedbacks()];
    expect(await stage.isSpam({ ...author, comment_content: ADVERTISEMENT })).toBe('true');
    expectWord(await stage.tell('spam', { ...author, comment_content: civil() }), THANKS);
    expect(await stage.isSpam({ ...author, comment_content: civil() })).toBe('false');
    expect([await stage.remembered(), await feedbacks()]).toEqual([memory, feedback]);
  });

  it.each(['0', 'false', ''])('is_test=%s is no test', async (is_test) => {
    const before = await stage.remembered();
    await stage.check({ ...somebody(), is_test, comment_content: civil() });
    expect(await stage.remembered()).toBe(before + 1);
  });

  async function feedbacks(): Promise<number> {
    const rows = await stage.rows.query<{ n: number }>('SELECT count(*)::int AS n FROM feedback');
    return rows[0]?.n ?? 0;
  }
});

describe('a honeypot', () => {
  it('that was filled in is spam, an empty one is none', async () => {
    const ask = (fields: Form): Promise<string> =>
      stage.isSpam({ ...somebody(), comment_content: civil(), ...fields });
    const trap = { honeypot_field_name: 'your_fax' };
    expect(await ask({ ...trap, your_fax: 'x' })).toBe('true');
    expect(await ask({ ...trap, your_fax: ' ' })).toBe('false');
    expect(await ask(trap)).toBe('false');
    expect(await ask({ your_fax: 'x' })).toBe('false');
  });
});

describe('too many calls', () => {
  it('are told to wait', async () => {
    const limited = await AkismetStage.open({ settings: { LIMIT_CHECKS_PER_KEY: '2/60' } });
    try {
      const ask = () => limited.check({ ...somebody(), comment_content: civil() });
      expect([(await ask()).statusCode, (await ask()).statusCode]).toEqual([200, 200]);
      const refused = await ask();
      expect(refused.statusCode).toBe(429);
      expect(refused.body).not.toBe('invalid');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(debugHelp(refused)).toBeUndefined();
    } finally {
      await limited.close();
    }
  });
});

describe('a check that cannot run', () => {
  const broken: Check = {
    name: 'spam-model',
    version: '1',
    run: () => Promise.reject(new Error('out of order')),
  };

  it('makes the answer provisional', async () => {
    const half = await AkismetStage.open({ worker: true, checks: [broken] });
    try {
      const response = await half.check({ ...somebody(), comment_content: civil() });
      expectWord(response, 'false');
      expect(response.headers['x-akismet-recheck-after']).toBe('120');
    } finally {
      await half.close();
    }
  });
});

describe('usage', () => {
  it('is what the key was used for in this month, trials left out', async () => {
    const key = await stage.anotherKey();
    const usage = async (): Promise<unknown> =>
      (
        await stage.service.app.inject({ method: 'GET', url: `/1.2/usage-limit?api_key=${key}` })
      ).json();
    const none = { limit: 'none', usage: 0, percentage: 0, throttled: false };
    expect(await usage()).toEqual(none);
    for (let n = 0; n < 3; n += 1)
      await stage.check({ ...somebody(), api_key: key, comment_content: civil() });
    await stage.check({ ...somebody(), api_key: key, is_test: 'true' });
    expect(await usage()).toEqual({ ...none, usage: 3 });
    await stage.rows.query(
      `UPDATE integration_usage SET month = (month - interval '1 month')::date`,
    );
    expect(await usage()).toEqual(none);
  });

  it('is told with the key as a subdomain, too, and to nobody without one', async () => {
    const host = `${stage.key}.localhost`;
    const { app } = stage.service;
    const url = '/1.2/usage-limit';
    expect((await app.inject({ url, headers: { host } })).json()).toHaveProperty('usage');
    expect((await app.inject({ url })).body).toBe('invalid');
  });
});

describe('whatever is sent', () => {
  const NAMES = [
    ...[
      'api_key',
      'key',
      'blog',
      'user_ip',
      'comment_content',
      'comment_author',
      'is_test',
      'guid',
    ],
    ...['comment_author_email', 'comment_author_url', 'permalink', 'comment_date_gmt', 'blog_lang'],
    ...['blog_charset', 'honeypot_field_name', 'comment_context[]', '__proto__', 'user_role'],
  ];
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      ...['\0', '\ud800', '9999-12-31 23:59:59', '-1', 'x'.repeat(30_000), '::1', '2001:db8::1'],
      ...['utf-16', 'x-user-defined', 'en_XX', '0001-01-01T00:00:00Z', 'a,b', '🙂'.repeat(2000)],
      ...['00000000-0000-0000-0000-000000000000', 'http://[', '999.1.1.1', '1969-01-01 00:00:00'],
    ),
  );
  const forms = fc.array(fc.tuple(fc.constantFrom(...NAMES), odd), { maxLength: 12 });

  it('is answered with a word and never with an error of ours', async () => {
    const paths = fc.constantFrom('comment-check', 'submit-spam', 'submit-ham', 'verify-key');
    await fc.assert(
      fc.asyncProperty(paths, forms, async (path, fields) => {
        const required = { api_key: stage.key, blog: BLOG, user_ip: '203.0.113.9' };
        const form = new URLSearchParams(required);
        for (const [name, value] of fields) {
          if (form.has(name) && value.length % 3 === 0) form.append(name, value);
          else if (!['api_key', 'key'].includes(name)) form.set(name, value);
        }
        const response = await stage.post(`/1.1/${path}`, form.toString());
        expect(response.statusCode).toBe(200);
        expect(['true', 'false', 'valid', 'invalid', THANKS]).toContain(response.body);
      }),
      { seed: 20_261_123, numRuns: 250 },
    );
  });

  it.each<[string, string, string | undefined]>([
    ['JSON', '{"blog": {"a": 1}, "user_ip": ["x"]}', 'application/json'],
    ['a broken body', '{', 'application/json'],
    ['another type', 'x', 'multipart/form-data; boundary=x'],
    ['no type', '', undefined],
    ['bytes', '%ff%00=%fe&%&=&&a', 'application/x-www-form-urlencoded'],
    ['too much', 'a=b&'.repeat(20_000), 'application/x-www-form-urlencoded'],
  ])('is refused as invalid when it is %s', async (_, payload, type) => {
    const response = await stage.service.app.inject({
      ...{ method: 'POST', url: '/1.1/comment-check', payload },
      headers: {
        host: `${stage.key}.localhost`,
        ...(type !== undefined && { 'content-type': type }),
      },
    });
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).toBe('invalid');
    // Nobody who sends forms is told to send JSON, or of policies.
    expect(debugHelp(response)).not.toMatch(/Send the body|policy/);
  });
});
