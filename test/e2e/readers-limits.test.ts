import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../apps/api/src/create-api.js';
import { startRedis, type TestRedis } from '../harness/redis.js';
import { describeWith, needs } from '../harness/requirements.js';
import { startService, type TestService } from '../harness/service.js';
import { aComment, Client, type Headers, json, type Response } from './support/client.js';
import { expectProblem } from './support/problems.js';
import { aToken, SECRET } from './support/reader-tokens.js';
import { Rows } from './support/rows.js';

const SETTINGS = {
  TRUST_PROXY: 'true',
  LIMIT_POSTS_PER_READER: '3/60',
  LIMIT_POSTS_PER_ADDRESS: '5/60',
  LIMIT_POSTS_PER_ARTICLE: '8/60',
  LIMIT_ACTIONS_PER_ADDRESS: '2/60',
  LIMIT_READS_PER_ADDRESS: '4/60',
};

let addresses = 0;
/** Headers with an address that nobody else has. */
const from = (address = `203.0.113.${(addresses += 1)}`): Headers => ({
  'x-forwarded-for': address,
});
const statuses = (answers: Response[]): number[] => answers.map(({ statusCode }) => statusCode);

async function times<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let n = 0; n < count; n += 1) results.push(await work());
  return results;
}

describe('without Redis', () => {
  let service: TestService;
  let client: Client;
  let rows: Rows;
  let articles = 0;
  beforeAll(async () => {
    service = await startService({ worker: false, settings: SETTINGS });
    client = new Client(service);
    rows = await Rows.open(service.database.url);
    await client.put('/v1/site/identity', { secrets: [{ id: 'a', secret: SECRET }] });
  });
  afterAll(async () => {
    await rows.close();
    await service.stop();
  });
  const post = (headers: Headers = {}, as = client.reader): Promise<Response> =>
    client.post(aComment({ article: { id: `article ${(articles += 1)}` } }), headers, as);
  const signed = async (sub: string): Promise<Headers> => ({
    'x-reader-token': await aToken(service.keys.publicKey, { sub }),
  });

  it('a reader posts so many at once, is told how many are left, and then when to come back', async () => {
    const headers = await signed('fast');
    const answers = await times(4, () => post(headers));
    expect(statuses(answers)).toEqual([202, 202, 202, 429]);
    expect(answers.map((answer) => answer.headers['ratelimit'])).toEqual([
      expect.stringMatching(/^"posts-per-reader";r=2;t=\d+, "posts-per-article";r=7;t=8$/),
      expect.stringMatching(/^"posts-per-reader";r=1;/),
      expect.stringMatching(/^"posts-per-reader";r=0;/),
      expect.stringMatching(/^"posts-per-reader";r=0;t=(59|60)$/),
    ]);
    expect(answers[0]?.headers['ratelimit-policy']).toBe(
      '"posts-per-reader";q=3;w=60, "posts-per-article";q=8;w=60',
    );
    const refused = answers[3];
    if (refused === undefined) throw new Error('unreachable');
    expect(expectProblem(refused, 429, 'RATE_LIMITED').detail).toMatch(
      /posts per reader.*(19|20) seconds/,
    );
    expect(Number(refused.headers['retry-after'])).toBeOneOf([19, 20]);
    expect(statuses([await post(await signed('another'))])).toEqual([202]);
  });

  it('gets one back whenever its time has passed', async () => {
    const headers = await signed('patient');
    await times(4, () => post(headers));
    await rows.query(`UPDATE rate_limits SET full_at = full_at - interval '20 seconds'`);
    expect(statuses(await times(2, () => post(headers)))).toEqual([202, 429]);
  });

  it('of many requests at once, lets no more through', async () => {
    const headers = await signed('parallel');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(headers)));
    expect(statuses(answers).filter((status) => status === 202)).toHaveLength(3);
  });

  it('an address has a limit of its own, in IPv6 with its whole network', async () => {
    const headers = from();
    expect(statuses(await times(6, () => post(headers)))).toEqual([202, 202, 202, 202, 202, 429]);
    const network = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((n) => post(from(`2001:db8:1:2::${n}`))),
    );
    expect(statuses(network).filter((status) => status === 429)).toHaveLength(1);
    expect(statuses([await post(from('2001:db8:1:3::1'))])).toEqual([202]);
  });

  it('a request that one limit refuses takes nothing from another', async () => {
    const headers = { ...from(), ...(await signed('greedy')) };
    await times(6, () => post(headers));
    const left = await times(3, () =>
      post({ 'x-forwarded-for': String(headers['x-forwarded-for']) }),
    );
    expect(statuses(left)).toEqual([202, 202, 429]);
  });

  it('does not take all readers for one behind a proxy that nobody named', async () => {
    const answers = await times(8, () => post(from('10.0.0.1')));
    expect(statuses(answers)).toEqual(answers.map(() => 202));
    expect(answers[0]?.headers['ratelimit']).not.toMatch(/address/);
  });

  it('the site’s server is not one address, but its readers keep their limits', async () => {
    const headers = from();
    const answers = await times(10, () => post(headers, client.site));
    expect(statuses(answers)).toEqual(answers.map(() => 202));
    const reader = await signed('by the server');
    expect(statuses(await times(4, () => post({ ...headers, ...reader }, client.site)))).toEqual([
      202, 202, 202, 429,
    ]);
  });

  it('an article takes only so many, from whomever they come', async () => {
    const answers = await times(9, () => client.post(aComment({ article: { id: 'crowded' } })));
    expect(statuses(answers)).toEqual([...Array<number>(8).fill(202), 429]);
    expect(statuses([await post()])).toEqual([202]);
  });

  it('of one site are not those of another', async () => {
    const headers = from();
    await times(6, () => post(headers));
    const other = await client.anotherSite();
    expect(statuses([await other.post(aComment(), headers)])).toEqual([202]);
  });

  it('edits and deletions count by themselves', async () => {
    const headers = { ...client.reader, ...from() };
    const { id } = await client.submit({ article: { id: 'other' } });
    const answers = await times(3, () => client.remove(id, headers));
    expect(statuses(answers)).toEqual([401, 401, 429]);
  });

  it('reads are counted too, and in this process alone', async () => {
    const headers = { ...client.reader, ...from() };
    const { id } = await client.submit({ article: { id: 'read' } });
    const answers = await times(5, () => client.get(`/v1/comments/${id}`, headers));
    expect(statuses(answers)).toEqual([200, 200, 200, 200, 429]);
    expect(answers[0]?.headers['ratelimit']).toBe('"reads-per-address";r=3;t=15');
    const stored = await rows.query('SELECT 1 AS one FROM rate_limits');
    await client.get(`/v1/comments/${id}`, { ...headers, ...from() });
    expect(await rows.query('SELECT 1 AS one FROM rate_limits')).toHaveLength(stored.length);
  });

  it('keeps nothing in the clear of whom it counts', async () => {
    await post({ ...from('203.0.113.200'), ...(await signed('zebedee')) });
    expect(await rows.tablesWith('203.0.113.200')).toEqual([]);
    expect(await rows.tablesWith('zebedee')).toEqual(['public.authors']);
  });

  it('holds for all API processes together', async () => {
    const other = await createApi(service.config);
    await other.init();
    await other.getHttpAdapter().getInstance().ready();
    const headers = json({ ...client.reader, ...from(), ...(await signed('everywhere')) });
    const send = (app: typeof other): Promise<Response> =>
      app.inject({ method: 'POST', url: '/v1/comments', payload: aComment(), headers });
    const answers = [
      await send(other),
      await send(service.app),
      await send(other),
      await send(service.app),
      await send(other),
    ];
    expect(statuses(answers)).toEqual([202, 202, 202, 429, 429]);
    await other.close();
  });
});

describeWith(needs.redisServer, 'with Redis', () => {
  let redis: TestRedis;
  let service: TestService;
  let client: Client;
  beforeAll(async () => {
    redis = await startRedis();
    service = await startService({ worker: false, redisUrl: redis.url, settings: SETTINGS });
    client = new Client(service);
  });
  afterAll(async () => {
    // Killed below. BullMQ's client closes only where it is connected, and would go on looking for it in later files.
    redis = await startRedis({ port: redis.port });
    await service.stop();
    await redis.stop();
  });
  let articles = 0;
  const post = (headers: Headers): Promise<Response> =>
    client.post(aComment({ article: { id: `a ${(articles += 1)}` } }), headers);

  it('an address posts so many at once, in all API processes, and the tables stay empty', async () => {
    const other = await createApi(service.config);
    await other.init();
    await other.getHttpAdapter().getInstance().ready();
    const headers = from();
    const elsewhere = json({ ...client.reader, ...headers });
    await other.inject({
      method: 'POST',
      url: '/v1/comments',
      payload: aComment(),
      headers: elsewhere,
    });
    const answers = await times(5, () => post(headers));
    expect(statuses(answers)).toEqual([202, 202, 202, 202, 429]);
    expect(answers[4]?.headers['retry-after']).toBe('12');
    const rows = await Rows.open(service.database.url);
    expect(await rows.query('SELECT 1 AS one FROM rate_limits')).toEqual([]);
    await rows.close();
    await other.close();
  });

  it('of many requests at once, lets no more through', async () => {
    const headers = from();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(headers)));
    expect(statuses(answers).filter((status) => status === 202)).toHaveLength(5);
  });

  it('a Redis that hangs or is gone stops nobody: the process counts by itself', async () => {
    redis.process.freeze();
    const frozen = from();
    expect(statuses(await times(6, () => post(frozen)))).toEqual([202, 202, 202, 202, 202, 429]);
    redis.process.thaw();
    await redis.kill();
    const gone = from();
    expect(statuses(await times(6, () => post(gone)))).toEqual([202, 202, 202, 202, 202, 429]);
  });
});
