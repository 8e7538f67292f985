import dns, { type LookupAddress, type LookupOptions } from 'node:dns';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadClient } from '../harness/clients.js';
import { describeWith, needs } from '../harness/requirements.js';
import { ADVERTISEMENT, AkismetStage, civil, THANKS } from './support/akismet.js';

const WRONG_KEY = `mk-${'a'.repeat(32)}`;
const BLOG = 'https://blog.example/';

let stage: AkismetStage;
let port = 0;
beforeAll(async () => {
  stage = await AkismetStage.open();
  await stage.service.app.listen(0, '127.0.0.1');
  port = Number(new URL(await stage.service.app.getUrl()).port);
});
afterAll(() => stage.close());

/** The package akismet-api, as far as it is used here. */
interface AkismetApi {
  AkismetClient: new (options: Record<string, string>) => {
    verifyKey(): Promise<boolean>;
    checkSpam(comment: Record<string, unknown>): Promise<boolean>;
    submitSpam(comment: Record<string, unknown>): Promise<{ text: string }>;
    submitHam(comment: Record<string, unknown>): Promise<{ text: string }>;
  };
}

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

const { lookup } = dns;

/** Resolves KEY.localhost, which the client calls, as RFC 6761 (6.3) wants it and not every machine does it. */
function lookupLoopback(host: string, options: LookupOptions, answer: Answer): void {
  if (!host.endsWith('.localhost')) return lookup(host, options, answer as never);
  if (options.all === true) answer(null, [{ address: '127.0.0.1', family: 4 }]);
  else answer(null, '127.0.0.1', 4);
}

describeWith(needs.clients, 'akismet-api', () => {
  let api: AkismetApi;
  beforeAll(async () => {
    api = await loadClient<AkismetApi>('akismet-api');
    // The client opens its connections without an agent that could be told.
    vi.spyOn(dns, 'lookup').mockImplementation(lookupLoopback as never);
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  const client = (key = stage.key, changes: Record<string, string> = {}) =>
    new api.AkismetClient({
      ...{ key, blog: BLOG, host: `localhost:${port}`, protocol: 'http' },
      ...changes,
    });
  const anna = {
    ip: '198.51.100.1',
    useragent: 'Browser/1',
    name: 'Anna',
    email: 'anna@mail.example',
  };

  it('verifies keys', async () => {
    await expect(client().verifyKey()).resolves.toBe(true);
    await expect(client(WRONG_KEY).verifyKey()).resolves.toBe(false);
  });

  it('tells spam from the rest', async () => {
    await expect(client().checkSpam({ ...anna, content: civil() })).resolves.toBe(false);
    await expect(client().checkSpam({ ...anna, content: ADVERTISEMENT })).resolves.toBe(true);
    await expect(
      client().checkSpam({ ip: '198.51.100.2', name: 'akismet-guaranteed-spam' }),
    ).resolves.toBe(true);
    await expect(
      client().checkSpam({ ...anna, content: ADVERTISEMENT, role: 'administrator' }),
    ).resolves.toBe(false);
  });

  it('throws what it throws at Akismet’s for a wrong key or a missing address', async () => {
    const asked = { ...anna, content: civil() };
    await expect(client(WRONG_KEY).checkSpam(asked)).rejects.toThrow('Invalid API key');
    await expect(client().checkSpam({ content: civil() })).rejects.toThrow('Invalid API key');
  });

  it('sends its honeypot, in both of its forms', async () => {
    const ask = (more: object, ip: string) => client().checkSpam({ ip, content: civil(), ...more });
    await expect(ask({ honeypot: 'x' }, '198.51.100.3')).resolves.toBe(true);
    const named = { honeypot_field_name: 'fax', fax: 'x' };
    await expect(ask(named, '198.51.100.4')).resolves.toBe(true);
  });

  it('submits what was missed, and what was not spam', async () => {
    const missed = { ip: '198.51.100.5', email: 'bob@mail.example', content: civil() };
    await expect(client().checkSpam(missed)).resolves.toBe(false);
    expect((await client().submitSpam(missed)).text).toBe(THANKS);
    await expect(client().checkSpam({ ...missed, content: civil() })).resolves.toBe(true);
    expect((await client().submitHam(missed)).text).toBe(THANKS);
    await expect(client().checkSpam({ ...missed, content: civil() })).resolves.toBe(false);
  });

  it('names the blog’s language and encoding in its own words', async () => {
    const french = client(stage.key, { lang: 'fr', charset: 'ISO-8859-1' });
    const missed = { ip: '198.51.100.6', email: 'c@mail.example', content: 'Voilà l’été, déjà.' };
    expect((await french.submitHam(missed)).text).toBe(THANKS);
    const sql = 'SELECT body, language FROM feedback ORDER BY id DESC LIMIT 1';
    expect(await stage.rows.query(sql)).toEqual([{ body: missed.content, language: 'fr' }]);
  });
});

interface CedxComment {
  toJSON(): unknown;
}

/** The package @cedx/akismet, as far as it is used here. */
interface CedxAkismet {
  Author: new (options: Record<string, string>) => unknown;
  Blog: new (options: Record<string, unknown>) => unknown;
  CheckResult: { ham: 0; spam: 1; pervasiveSpam: 2 };
  Client: new (
    apiKey: string,
    blog: unknown,
    options: Record<string, unknown>,
  ) => {
    verifyKey(): Promise<boolean>;
    checkComment(comment: CedxComment): Promise<0 | 1 | 2>;
    submitHam(comment: CedxComment): Promise<void>;
    submitSpam(comment: CedxComment): Promise<void>;
  };
  Comment: new (options: Record<string, unknown>) => CedxComment;
  Usage: { fromJson(json: unknown): Record<string, unknown> };
}

describeWith(needs.clients, '@cedx/akismet', () => {
  let api: CedxAkismet;
  beforeAll(async () => {
    api = await loadClient<CedxAkismet>('@cedx/akismet');
  });

  const client = (key = stage.key, options: Record<string, unknown> = {}) => {
    const blog = new api.Blog({ url: BLOG, charset: 'UTF-8', languages: ['en'] });
    return new api.Client(key, blog, { baseUrl: `http://127.0.0.1:${port}`, ...options });
  };
  const comment = (author: Record<string, string>, content = civil()) =>
    new api.Comment({
      author: new api.Author({ ipAddress: '192.0.2.1', userAgent: 'Browser/1', ...author }),
      context: ['garden', 'weather'],
      date: new Date(),
      permalink: 'https://blog.example/weather',
      postModified: new Date('2026-01-01T00:00:00Z'),
      type: 'comment',
      content,
    });

  it('verifies keys', async () => {
    await expect(client().verifyKey()).resolves.toBe(true);
    await expect(client(WRONG_KEY).verifyKey()).resolves.toBe(false);
  });

  it('tells ham, spam and pervasive spam apart', async () => {
    const { ham, spam, pervasiveSpam } = api.CheckResult;
    const ask = (author: Record<string, string>, content?: string) =>
      client().checkComment(comment(author, content));
    const casino = 'Best casino bonus here https://t.me/casino-bonus-777';
    await expect(ask({ email: 'anna@mail.example' })).resolves.toBe(ham);
    await expect(ask({ email: 'olivia@mail.example' }, ADVERTISEMENT)).resolves.toBe(spam);
    await client().submitSpam(comment({ email: 'casino@mail.example' }));
    await expect(ask({ email: 'casino@mail.example' }, casino)).resolves.toBe(pervasiveSpam);
    await expect(ask({ email: 'akismet-guaranteed-spam@example.com' })).resolves.toBe(spam);
    await expect(ask({ role: 'administrator' }, ADVERTISEMENT)).resolves.toBe(ham);
  });

  it('throws what the answer says is wrong', async () => {
    const asked = comment({ email: 'dora@mail.example' });
    const noAddress = new api.Comment({ content: civil() });
    await expect(client(WRONG_KEY).checkComment(asked)).rejects.toThrow(
      'No site has this integration key.',
    );
    await expect(client().checkComment(noAddress)).rejects.toThrow(
      'Missing required field: user_ip.',
    );
    await expect(client(WRONG_KEY).submitSpam(asked)).rejects.toThrow('No site has this');
  });

  it('submits, and in test mode changes nothing', async () => {
    const trial = client(stage.key, { isTest: true });
    const eve = { email: 'eve@mail.example' };
    await trial.submitSpam(comment(eve));
    await expect(client().checkComment(comment(eve))).resolves.toBe(api.CheckResult.ham);
    await client().submitSpam(comment(eve));
    await expect(client().checkComment(comment(eve))).resolves.toBe(api.CheckResult.spam);
    await client().submitHam(comment(eve));
  });

  it('understands the usage', async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/1.2/usage-limit?api_key=${stage.key}`);
    const usage = api.Usage.fromJson(await answer.json());
    expect(usage).toMatchObject({ limit: -1, percentage: 0, throttled: false });
    expect(usage['usage']).toBeGreaterThan(0);
  });
});

describe('a client in a hurry', () => {
  it('may keep its connection and ask in parallel', async () => {
    const ask = async (n: number): Promise<string> => {
      const body = new URLSearchParams({
        ...{ api_key: stage.key, blog: BLOG, user_ip: `192.0.2.${100 + n}` },
        comment_content: civil(),
      });
      const url = `http://127.0.0.1:${port}/1.1/comment-check`;
      return (await fetch(url, { method: 'POST', body })).text();
    };
    const words = await Promise.all(Array.from({ length: 50 }, (_, n) => ask(n)));
    expect(words).toEqual(Array<string>(50).fill('false'));
  });
});
