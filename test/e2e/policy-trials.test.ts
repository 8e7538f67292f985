import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyTrial, Role } from '#contract';
import { type Check, defaultChecks } from '#moderation';
import { startService, type TestService } from '../harness/service.js';
import { Client, json, type Response } from './support/client.js';
import { HELD, REJECTED, scoreFromText } from './support/checks.js';
import { Desk, siteIdOf } from './support/desk.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

const TRY = '/v1/policy/try';
const lenient = { thresholds: { threat: { hold: 0.95, reject: null } } };

/** Looks at the text alone, and counts how often it is asked. */
let asked = 0;
const slow: Check = {
  ...{ name: 'slow', version: '1', textAlone: true },
  run: ({ comment: { body } }) => {
    asked += 1;
    if (body.includes('break')) throw new Error('This check cannot run.');
    return [];
  },
};

let service: TestService;
let rows: Rows;
/** Every test has a site of its own. */
let client: Client;
let siteId: string;
let lead: Desk;
beforeAll(async () => {
  service = await startService({
    settings: { LIMIT_PREVIEWS_PER_READER: '5/60' },
    checks: [...defaultChecks(), slow, scoreFromText],
  });
  rows = await Rows.open(service.database.url);
});
beforeEach(async () => {
  client = await new Client(service).anotherSite();
  siteId = await siteIdOf(service, client);
  lead = await join('lead');
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const join = (role: Role): Promise<Desk> => Desk.open(service, role, { siteId });
const ask = (payload: object, by = lead, url = TRY): Promise<Response> =>
  by.send('POST', url, payload);
async function tried(payload: object, url = TRY): Promise<PolicyTrial> {
  const response = await ask(payload, lead, url);
  expect(response.statusCode, response.body).toBe(200);
  expect(response.headers['cache-control']).toBe('no-store');
  return response.json<PolicyTrial>();
}

describe('a text that is tried', () => {
  it('is judged by the policy in force and by the draft, each with its reasons and words', async () => {
    await client.put('/v1/policy', { words: { suspect: ['swede'] } });
    const body = `  A swede, ${HELD}. `;
    const trial = await tried({
      body,
      policy: { ...lenient, words: { banned: ['swede'] } },
    });
    const word = { start: 2, end: 7 };
    const threat = { start: 9, end: 18 };
    expect(trial).toMatchObject({
      body: body.trim(),
      version: 1,
      inForce: {
        status: 'held',
        reason: 'SUSPECT_WORD',
        details: { score: 1, holdsFrom: 1 },
        explanation: 'Says "swede", which the policy finds suspect.',
        spans: [word, threat],
      },
      draft: {
        status: 'rejected',
        reason: 'BANNED_WORD',
        explanation: 'Says "swede", which the policy bans.',
        spans: [word],
      },
    });
    const threats = [trial.inForce, trial.draft].map((verdict) =>
      verdict?.findings.find(({ label }) => label === 'threat'),
    );
    expect(threats).toMatchObject([
      {
        ...{ score: 0.9, threshold: 0.2, outcome: 'hold', spans: [threat] },
        explanation: 'Threat 0.90 by The test (holds from 0.20): "score 0.9".',
      },
      { score: 0.9, threshold: 0.95, outcome: 'none' },
    ]);
  });

  it.each<[string, object, object, string, string]>([
    ['a threshold', {}, lenient, `Well, ${HELD}.`, 'held published'],
    ['review first', {}, { mode: 'review-first' }, 'All is well.', 'published held'],
    ['that it is closed', {}, { mode: 'closed' }, REJECTED, 'rejected refused'],
    ['what it blocks', {}, { links: { block: ['a.example'] } }, 'a.example', 'published rejected'],
    ['fail-safe', { failSafe: 'hold' }, { failSafe: 'publish' }, 'To break.', 'held published'],
    ['nothing', { ...lenient }, lenient, HELD, 'published published'],
  ])('is told apart by a draft that changes %s', async (_, policy, draft, body, expected) => {
    await client.put('/v1/policy', policy);
    const { inForce, draft: drafted } = await tried({ body, policy: draft });
    expect(`${inForce.status} ${drafted?.status}`).toBe(expected);
  });

  it('agrees with the verdict once the draft is in force and the text is posted', async () => {
    const policy = { ...lenient, words: { banned: ['turnip'] } };
    const bodies = ['Nothing to object to.', `Really, ${HELD}.`, 'You turnip.', 'score 0.96'];
    const drafted: (string | undefined)[] = [];
    for (const body of bodies) drafted.push((await tried({ body, policy })).draft?.status);
    await client.put('/v1/policy', policy);
    const posted: string[] = [];
    for (const body of bodies) posted.push((await client.settle({ body })).status);
    expect(drafted).toEqual(posted);
  });

  it.each([
    ['new', 'published', 'held'],
    ['known', 'published', 'published'],
    ['trusted', 'published', 'published'],
    ['premoderated', 'held', 'held'],
    ['suspended', 'rejected', 'rejected'],
    ['banned', 'rejected', 'rejected'],
  ])('is judged as by an author who is %s', async (author, inForce, draft) => {
    const trial = await tried({ body: 'Hello.', author, policy: { holdNewAuthors: true } });
    expect([trial.inForce.status, trial.draft?.status]).toEqual([inForce, draft]);
  });

  it('is asked about once by what looks at the text alone', async () => {
    asked = 0;
    await tried({ body: 'Hello.', policy: lenient });
    expect(asked).toBe(1);
  });

  it('is judged by the section that is named', async () => {
    await client.put('/v1/policy?section=opinion', { mode: 'review-first' });
    const { inForce, version } = await tried({ body: 'Hello.' }, `${TRY}?section=opinion`);
    expect({ version, status: inForce.status }).toEqual({ version: 1, status: 'held' });
    expect((await tried({ body: 'Hello.' })).inForce.status).toBe('published');
  });

  it('leaves nothing behind', async () => {
    const before = await rows.perTable();
    await tried({ body: 'Zebedee was here.', policy: { words: { banned: ['Florence'] } } });
    expect(await rows.perTable()).toEqual(before);
    expect(await rows.tablesWith('Zebedee')).toEqual([]);
    expect(await rows.tablesWith('Florence')).toEqual([]);
    expect(await lead.read('/v1/policy')).toMatchObject({ version: 0 });
  });
});

describe('trying', () => {
  it.each<[Role, inForce: number, draft: number]>([
    ['moderator', 200, 403],
    ['lead', 200, 200],
    ['admin', 200, 200],
  ])('as %s gets %i for what is in force and %i for a draft', async (role, inForce, draft) => {
    const desk = await join(role);
    const answer = await ask({ body: 'Hello.' }, desk);
    expect(answer.statusCode, answer.body).toBe(inForce);
    expect(answer.json()).toMatchObject({ inForce: { status: 'published' }, draft: null });
    for (const [url, payload] of [
      [TRY, { body: 'Hello.', policy: {} }],
      [`${TRY}/latest`, { policy: {} }],
    ] as const) {
      const drafted = await ask(payload, desk, url);
      if (draft === 403) expectProblem(drafted, 403, 'ROLE_REQUIRED');
      else expect(drafted.statusCode, drafted.body).toBe(draft);
    }
  });

  it('is for a session with its proof, or for the secret key', async () => {
    const { cookie } = lead.headers as { cookie: string };
    for (const url of [TRY, `${TRY}/latest`]) {
      const payload = { policy: {}, ...(url === TRY && { body: 'Hello.' }) };
      const send = (headers: Record<string, string>) =>
        client.send({ method: 'POST', url, payload, headers: json(headers) });
      expectProblem(await send({ cookie }), 403, 'CSRF_TOKEN_WRONG');
      expectProblem(await send(client.reader), 401, 'SECRET_KEY_REQUIRED');
      const byKey = await send(client.site);
      expect(byKey.statusCode, byKey.body).toBe(200);
    }
  });

  it('reaches the sites of theirs alone', async () => {
    const site = await siteIdOf(service, await new Client(service).anotherSite());
    const payload = { body: 'Hello.', policy: {} };
    expectProblem(await ask(payload, lead, `${TRY}?site=${site}`), 403, 'ROLE_REQUIRED');
    const latest = await ask({ policy: {} }, lead, `${TRY}/latest?site=${site}`);
    expectProblem(latest, 403, 'ROLE_REQUIRED');
  });

  it.each<[string, object, field: string, rule: string]>([
    ['a threshold', { thresholds: { spam: { hold: 2 } } }, 'policy.thresholds.spam.hold', 'max'],
    ['a word', { words: { banned: ['...'] } }, 'policy.words.banned', 'isWordList'],
    ['a mode', { mode: 'ajar' }, 'policy.mode', 'isIn'],
    ['a name', { kindness: 1 }, 'policy.kindness', 'isKnownField'],
    ['a form', ['closed'], 'policy', 'isObject'],
  ])('refuses a draft with %s that PUT refuses', async (_, policy, field, rule) => {
    expectBroken(await ask({ body: 'Hello.', policy }), field, rule);
    expectBroken(await ask({ policy }, lead, `${TRY}/latest`), field, rule);
  });

  it('refuses a text that nobody could post, and an author whom nobody could be', async () => {
    expectBroken(await ask({ policy: {} }), 'body', 'isDefined');
    expectBroken(await ask({ body: ' ' }), 'body', 'minLength');
    expectBroken(await ask({ body: 'x'.repeat(5001) }), 'body', 'maxLength');
    expectBroken(await ask({ body: 'x', author: 'famous' }), 'author', 'isIn');
    expectBroken(await ask({}, lead, `${TRY}/latest`), 'policy', 'isDefined');
    const many = await ask({ policy: {}, limit: 101 }, lead, `${TRY}/latest`);
    expectBroken(many, 'limit', 'max');
  });

  it('takes the longest text under the largest policy that can be written', async () => {
    const longest = (n: number) => `turnip ${n} `.padEnd(100, 'y');
    const banned = Array.from({ length: 10_000 }, (_, n) => longest(n));
    const policy = {
      words: { banned, suspect: Array.from({ length: 170 }, (_, n) => longest(n)) },
    };
    expect((await client.put('/v1/policy', policy)).statusCode).toBe(200);
    const trial = await tried({ body: 'ü'.repeat(5000), policy });
    expect(trial.draft?.status).toBe(trial.inForce.status);
  });

  it('is limited as previews are, by moderator', async () => {
    const other = await join('lead');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => ask({ body: 'Hello.' }).then((one) => one.statusCode)),
    );
    expect(answers.toSorted()).toEqual([200, 200, 200, 200, 200, 429]);
    expectProblem(await ask({ policy: {} }, lead, `${TRY}/latest`), 429, 'RATE_LIMITED');
    expect((await ask({ body: 'Hello.' }, other)).statusCode).toBe(200);
  });
});
