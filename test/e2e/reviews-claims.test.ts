import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { CountsService } from '#counts';
import { JsonLogger } from '#logging';
import { createApi } from '../../apps/api/src/create-api.js';
import { signIn } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client } from './support/client.js';
import { Desk } from './support/desk.js';
import { fillQueue } from './support/fill-queue.js';
import { expectBroken, expectProblem } from './support/problems.js';
import { Queue } from './support/queue.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
let rows: Rows;
let morning: Queue;
let evening: Queue;
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  morning = new Queue(await Desk.open(service, 'moderator', { name: 'Morning desk' }));
  evening = new Queue(await Desk.open(service, 'moderator', { name: 'Evening desk' }));
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});
// Each test finds an empty queue.
beforeEach(async () => {
  await rows.query('UPDATE review_items SET claimed_by = NULL, claimed_until = NULL');
  const left = await morning.all({ limit: 100 });
  if (left.length > 0) await morning.approve(...left);
});

async function holdMany(count: number, article = 'an-article'): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      client.settle({ body: `Number ${n}: ${HELD}`, article: { id: article } }),
    ),
  );
}

const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
const expire = () => rows.query(`UPDATE review_items SET claimed_until = now() - interval '1 ms'`);

describe('a claim', () => {
  it('takes the next of the queue that nobody has, in its order', async () => {
    await holdMany(5);
    const order = (await morning.all()).map(({ id }) => id);
    const one = await morning.claim(2);
    const other = await evening.claim(2);
    expect(ids(one)).toEqual(order.slice(0, 2));
    expect(ids(other)).toEqual(order.slice(2, 4));
    expect(one.items[0]!.claim).toEqual({
      by: { id: morning.desk.id, name: 'Morning desk' },
      until: expect.any(String),
    });
    const left = Date.parse(one.until) - Date.now();
    expect(left).toBeGreaterThan(590_000);
    expect(left).toBeLessThanOrEqual(600_000);
    // Those of others are shown with who works on them.
    expect((await morning.all()).map(({ claim }) => claim?.by.name)).toEqual([
      'Morning desk',
      'Morning desk',
      'Evening desk',
      'Evening desk',
      undefined,
    ]);
  });

  it('gives what one has already first, so that a reload resumes', async () => {
    await holdMany(4);
    const first = await morning.claim(2);
    expect(ids(await morning.claim(3)).slice(0, 2)).toEqual(ids(first));
    expect(await morning.all({ queue: 'mine' })).toHaveLength(3);
  });

  it('leaves what was skipped to others', async () => {
    await holdMany(2);
    const [skipped, next] = ids(await morning.claim(2));
    expect((await morning.release([skipped!])).statusCode).toBe(204);
    expect(ids(await morning.claim(2, { except: [skipped] }))).toEqual([next]);
    expect(ids(await evening.claim(2))).toEqual([skipped]);
    expectBroken(
      await morning.desk.send('POST', '/v1/reviews/claims', { queue: 'held', except: ['x'] }),
      'except',
      'isUuid',
    );
  });

  it('takes only what a filter lets through', async () => {
    await holdMany(2, 'one');
    await holdMany(2, 'other');
    const { items } = await morning.claim(5, { article: 'other', text: 'number' });
    expect(items.map(({ comment }) => comment.article.id)).toEqual(['other', 'other']);
    expect((await evening.claim(5, { text: '"number 1"' })).items).toHaveLength(1);
  });

  it('waits for what is just being written to, and does not say that nothing is left', async () => {
    await holdMany(1);
    const [item] = await morning.all();
    const writer = await Rows.open(service.database.url);
    await writer.query('BEGIN');
    await writer.query('SELECT FROM review_items WHERE id = $1 FOR NO KEY UPDATE', [item!.id]);
    const claim = morning.claim();
    const lookedAgain = () =>
      rows.query(
        `SELECT FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE '%AS "isFree"' AND pid <> pg_backend_pid()`,
      );
    await until(async () => (await lookedAgain()).length > 0, {
      what: 'the claim to pass it over',
    });
    await writer.query('ROLLBACK');
    await writer.close();
    expect(ids(await claim)).toEqual([item!.id]);
  });

  it('that is over is anybody’s at once', async () => {
    await holdMany(2);
    const claimed = ids(await morning.claim(2));
    await expire();
    expect(await morning.all({ queue: 'mine' })).toEqual([]);
    expect(ids(await evening.claim(2))).toEqual(claimed);
    // Who comes back to find it taken is told by whom.
    const item = await morning.item(claimed[0]!);
    expect((await morning.approve(item)).conflicts).toMatchObject([
      { code: 'CLAIMED', by: { name: 'Evening desk' } },
    ]);
  });

  it('goes on by a heartbeat, and one that is over does not come back', async () => {
    await holdMany(2);
    const [one, two] = ids(await morning.claim(2));
    await rows.query(
      `UPDATE review_items SET claimed_until = now() + interval '5 seconds' WHERE id = $1`,
      [one],
    );
    await rows.query(
      `UPDATE review_items SET claimed_until = now() - interval '1 ms' WHERE id = $1`,
      [two],
    );
    const beat = await morning.desk.send('POST', '/v1/reviews/claims/heartbeat', {});
    expect(Date.parse(beat.json<{ until: string }>().until)).toBeGreaterThan(Date.now() + 590_000);
    const mine = await morning.all({ queue: 'mine' });
    expect(mine.map(({ id }) => id)).toEqual([one]);
    expect(Date.parse(mine[0]!.claim!.until)).toBeGreaterThan(Date.now() + 590_000);
  });

  it('is given back, one or all, and never that of another', async () => {
    await holdMany(3);
    const [one] = ids(await morning.claim(2));
    const [others] = ids(await evening.claim(1));
    expect((await morning.release([one!, others!])).statusCode).toBe(204);
    expect(await morning.all({ queue: 'mine' })).toHaveLength(1);
    expect(await evening.all({ queue: 'mine' })).toHaveLength(1);
    await morning.release();
    expect(await morning.all({ queue: 'mine' })).toEqual([]);
    expect(await evening.all({ queue: 'mine' })).toHaveLength(1);
  });

  it('is given back by signing out', async () => {
    await holdMany(1);
    const { headers } = await signIn(service, { name: 'Cay' });
    const claim = {
      method: 'POST',
      url: '/v1/reviews/claims',
      payload: { queue: 'held' },
      headers,
    } as const;
    expect((await client.send(claim)).json<{ items: object[] }>().items).toHaveLength(1);
    const out = await client.send({ method: 'DELETE', url: '/v1/session', headers });
    expect(out.statusCode).toBe(204);
    expect((await morning.all())[0]!.claim).toBeNull();
  });

  it.each([
    ['of no queue', {}],
    ['of the decided', { queue: 'decided' }],
    ['of too many', { queue: 'held', limit: 51 }],
    ['of none', { queue: 'held', limit: 0 }],
  ])('%s is refused', async (_, body) => {
    const response = await morning.desk.send('POST', '/v1/reviews/claims', body);
    expectProblem(response, 400, 'VALIDATION_FAILED');
  });
});

describe('eight moderators on two API processes', () => {
  const ITEMS = 2000;

  it(`decide ${ITEMS} items, each exactly once, though some walk away in the middle`, async () => {
    await fillQueue(rows, ITEMS);
    const second = await createApi(
      loadConfig({ DATABASE_URL: service.database.url, LOG_LEVEL: 'error' }),
      new JsonLogger('error', 'second'),
    );
    await second.init();
    await second.getHttpAdapter().getInstance().ready();
    const apis = [service, { ...service, app: second }];
    const queues = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => new Queue(await Desk.open(apis[n % 2]!))),
    );
    const decided: string[] = [];
    const conflicts: string[] = [];
    const work = async (queue: Queue, rounds: number): Promise<void> => {
      for (let round = 0; round < rounds; round += 1) {
        const { items } = await queue.claim(20);
        if (items.length === 0) return;
        const result = await (round % 2 ? queue.reject(...items) : queue.approve(...items));
        decided.push(...result.decided.map(({ id }) => id));
        conflicts.push(...result.conflicts.map(({ code }) => code));
      }
    };
    // Three walk away with a batch claimed.
    const leave = async (queue: Queue): Promise<void> => {
      await work(queue, 3);
      await queue.claim(20);
    };
    await Promise.all(queues.map((queue, n) => (n < 3 ? leave(queue) : work(queue, 1000))));
    expect(decided).toHaveLength(ITEMS - 60);
    await expire();
    await Promise.all(queues.slice(3).map((queue) => work(queue, 1000)));
    expect(decided).toHaveLength(ITEMS);
    expect(new Set(decided).size).toBe(ITEMS);
    expect(conflicts).toEqual([]);
    const [state] = await rows.query(`
      SELECT count(*) FILTER (WHERE closed_at IS NULL)::integer AS open,
        count(*) FILTER (WHERE claimed_by IS NOT NULL)::integer AS claimed
      FROM review_items`);
    expect(state).toEqual({ open: 0, claimed: 0 });
    const twice = await rows.query(`
      SELECT comment_id FROM decisions WHERE actor = 'moderator' GROUP BY comment_id HAVING count(*) > 1`);
    expect(twice).toEqual([]);
    expect((await service.app.get(CountsService, { strict: false }).audit()).drifts).toEqual([]);
    await second.close();
  });
});
