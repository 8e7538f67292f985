import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Taken } from './support/client.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

const withKey = (key: string) => ({ 'idempotency-key': key });
const idOf = async (payload: object, key: string): Promise<string> =>
  (await client.post(payload, withKey(key))).json<Taken>().id;

async function comments(): Promise<number> {
  return (await rows.perTable())['comments'] ?? 0;
}

/** Every request gets its answer, and this many comments come of them. */
async function whatIsStored(work: () => Promise<void>): Promise<number> {
  const before = await comments();
  await work();
  return (await comments()) - before;
}

describe('an Idempotency-Key', () => {
  it('gives the same comment for the same request, one after another', async () => {
    const payload = aComment();
    const key = randomUUID();
    const stored = await whatIsStored(async () => {
      const first = await client.post(payload, withKey(key));
      const again = await client.post(payload, withKey(key));
      expect(again.statusCode).toBe(202);
      expect(again.headers.location).toBe(first.headers.location);
      expect(again.json()).toEqual(first.json());
    });
    expect(stored).toBe(1);
  });

  it('gives the same comment for the same request, twenty at once', async () => {
    const payload = aComment({ article: { id: 'a-new-one' }, author: { name: 'A new one' } });
    const key = randomUUID();
    const stored = await whatIsStored(async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, () => idOf(payload, key)));
      expect(new Set(ids).size).toBe(1);
    });
    expect(stored).toBe(1);
  });

  it('gives as many comments as there are keys, however the requests mix', async () => {
    const keys = Array.from({ length: 12 }, () => randomUUID());
    const payloads = keys.map((_, n) => aComment({ article: { id: `mixed-${n % 3}` } }));
    const requests = Array.from({ length: 240 }, (_, n) => (n * 7) % keys.length);
    const stored = await whatIsStored(async () => {
      const ids = await Promise.all(requests.map((n) => idOf(payloads[n] ?? {}, keys[n] ?? '')));
      const pairs = new Set(ids.map((id, at) => `${requests[at]} ${id}`));
      expect(pairs.size).toBe(keys.length);
    });
    expect(stored).toBe(keys.length);
  });

  it('gives the same comment for the same text in another Unicode form', async () => {
    const key = randomUUID();
    const first = await idOf({ article: { id: 'a' }, body: 'Cafe\u0301 ' }, key);
    expect(await idOf({ article: { id: 'a' }, body: 'Café' }, key)).toBe(first);
  });

  it('gives the same comment where null is sent for what was left out', async () => {
    const key = randomUUID();
    const first = await idOf({ article: { id: 'a' }, body: 'Same.' }, key);
    const spelled = {
      article: { id: 'a', url: null },
      body: 'Same.',
      parentId: null,
      author: null,
    };
    expect(await idOf(spelled, key)).toBe(first);
  });

  it.each<[part: string, changes: Record<string, unknown>]>([
    ['text', { body: 'Another text.' }],
    ['article', { article: { id: 'another' } }],
    ['title', { article: { id: 'an-article', title: 'Another' } }],
    ['author', { author: { name: 'Another' } }],
    ['parent', { parentId: '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b' }],
  ])('is refused for a request with another %s', async (_, changes) => {
    const key = randomUUID();
    const payload = aComment();
    await idOf(payload, key);
    const stored = await whatIsStored(async () => {
      const response = await client.post({ ...payload, ...changes }, withKey(key));
      const errors = [{ field: 'Idempotency-Key', rule: 'isUnused' }];
      expectProblem(response, 422, 'IDEMPOTENCY_KEY_REUSED', errors);
    });
    expect(stored).toBe(0);
  });

  it('goes to one of two requests at once, and nothing is made for the other', async () => {
    const key = randomUUID();
    const before = await rows.perTable();
    const payloads = ['one', 'two'].map((id) => aComment({ article: { id: `race-${id}` } }));
    const answers = await Promise.all(
      payloads.map((payload) => client.post(payload, withKey(key))),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([202, 422]);
    const after = await rows.perTable();
    expect([after['comments'], after['articles']]).toEqual([
      (before['comments'] ?? 0) + 1,
      (before['articles'] ?? 0) + 1,
    ]);
  });

  it('is not used up by a request that was refused', async () => {
    const key = randomUUID();
    const parentId = '019a8f2e-7c1b-7d3e-9a50-3f1f6f1d2c3b';
    expectProblem(await client.post(aComment({ parentId }), withKey(key)), 422, 'PARENT_NOT_FOUND');
    expect((await client.post(aComment(), withKey(key))).statusCode).toBe(202);
  });

  it('of another site is another key', async () => {
    const other = await client.anotherSite();
    const key = randomUUID();
    const payload = aComment();
    const theirs = (await other.post(payload, withKey(key))).json<Taken>();
    expect(await idOf(payload, key)).not.toBe(theirs.id);
    expect((await other.post(payload, withKey(key))).json()).toMatchObject({ id: theirs.id });
  });

  it('gives the same comment after the article was closed and the comment deleted', async () => {
    const key = randomUUID();
    const payload = aComment({ article: { id: 'closes' } });
    const id = await idOf(payload, key);
    await client.put('/v1/articles/closes', { closed: true });
    expect(await idOf(payload, key)).toBe(id);
    await client.remove(id, client.site);
    expect((await client.post(payload, withKey(key))).json()).toMatchObject({
      id,
      status: 'deleted',
    });
    expectProblem(await client.post(payload), 409, 'ARTICLE_CLOSED');
  });

  it.each(['', ' ', 'a b', 'ü', 'a\tb', 'x'.repeat(256)])(
    'is refused when it is %j',
    async (key) => {
      const stored = await whatIsStored(async () => {
        expectBroken(
          await client.post(aComment(), withKey(key)),
          'Idempotency-Key',
          'isIdempotencyKey',
        );
      });
      expect(stored).toBe(0);
    },
  );

  it.each(['x', '"8e03978e-40d5-43dd-bc93-6894a57f9324"', 'x'.repeat(255), `';--`])(
    'may be %j',
    async (key) => expect((await client.post(aComment(), withKey(key))).statusCode).toBe(202),
  );
});

describe('requests at the same time', () => {
  it('get each its own answer, good and bad ones mixed', async () => {
    await client.put('/v1/articles/shut', { closed: true });
    const parent = await client.submit({ article: { id: 'parents' } });
    const kinds: [status: number, () => object][] = [
      [202, () => aComment()],
      [409, () => aComment({ article: { id: 'shut' } })],
      [400, () => aComment({ body: '' })],
      [202, () => aComment({ article: { id: 'parents' }, parentId: parent.id })],
      [422, () => aComment({ article: { id: 'elsewhere' }, parentId: parent.id })],
    ];
    const requests = Array.from({ length: 200 }, (_, n) => kinds[n % kinds.length]!);
    const stored = await whatIsStored(async () => {
      const answers = await Promise.all(requests.map(([, make]) => client.post(make())));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual(
        requests.map(([status]) => status),
      );
      const ids = answers
        .filter(({ statusCode }) => statusCode === 202)
        .map((answer) => answer.json<Taken>().id);
      expect(new Set(ids).size).toBe(80);
    });
    expect(stored).toBe(80);
  });

  it('leave an outbox mark for every comment', async () => {
    await Promise.all(Array.from({ length: 50 }, () => client.submit()));
    const unmarked = await rows.query(
      `SELECT id FROM comments WHERE status = 'pending' AND NOT EXISTS (
         SELECT FROM outbox WHERE topic = 'moderate' AND comment_id = comments.id)`,
    );
    expect(unmarked).toEqual([]);
  });
});
