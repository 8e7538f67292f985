import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client } from './support/client.js';
import { EventClient } from './support/event-client.js';
import { Rows } from './support/rows.js';
import { listen, startSecondApi } from './support/second-api.js';

/** What readers see through one API process of what is decided in another, whatever the queue is. */
export function readingSuite(queue: () => Promise<{ redisUrl?: string; stop(): Promise<void> }>) {
  let service: TestService;
  let client: Client;
  let second: NestFastifyApplication;
  let rows: Rows;
  let url: string;
  let stopQueue: () => Promise<void>;
  const key = (): string => `siteKey=${service.keys.publicKey}`;
  const countThere = async (article: string): Promise<number | undefined> => {
    const response = await fetch(`${url}/v1/counts?article=${article}&${key()}`);
    return ((await response.json()) as { counts: Record<string, number> }).counts[article];
  };

  beforeAll(async () => {
    const { redisUrl, stop } = await queue();
    stopQueue = stop;
    service = await startService({ checks: [scoreFromText], ...(redisUrl && { redisUrl }) });
    client = new Client(service);
    rows = await Rows.open(service.database.url);
    second = await startSecondApi(service);
    url = await listen(second);
  });
  afterAll(async () => {
    await rows.close();
    await second.close();
    await service.stop();
    await stopQueue();
  });

  it('counts in the other process are right within two seconds of a verdict', async () => {
    expect(await countThere('two')).toBe(0);
    for (let expected = 1; expected <= 5; expected += 1) {
      await client.settle({ article: { id: 'two' } });
      const isRight = async () => (await countThere('two')) === expected;
      await until(isRight, { what: `${expected} comments`, timeoutMs: 2000, intervalMs: 5 });
    }
  });

  it('also when the connections that listen are cut off', async () => {
    await countThere('cut');
    const { id } = await client.settle({ article: { id: 'cut' } });
    await until(async () => (await countThere('cut')) === 1, {
      what: 'the first',
      timeoutMs: 2000,
    });
    await rows.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'moderato listen'`,
    );
    expect((await client.remove(id, client.site)).statusCode).toBe(204);
    const isRight = async () => (await countThere('cut')) === 0;
    await until(isRight, { what: 'the count without it', timeoutMs: 2000, intervalMs: 5 });
  });

  it('streams tell of a verdict within a second, through any process', async () => {
    const here = await EventClient.open(`${url}/v1/articles/live/stream?${key()}`);
    const counts = await EventClient.open(
      `${url}/v1/counts/stream?article=live&article=other&${key()}`,
    );
    await until(() => here.lastId && counts.received.length === 2, { what: 'the beginnings' });
    const { id } = await client.settle({ article: { id: 'live' } });
    const told = () => here.received.length === 2 && counts.received.length === 3;
    await until(told, { what: 'the events', timeoutMs: 1000, intervalMs: 5 });
    expect(here.events).toEqual([
      { type: 'comment', id, parentId: null, shown: true },
      { type: 'count', article: 'live', count: 1 },
    ]);
    expect(counts.events).toEqual([
      { type: 'count', article: 'live', count: 0 },
      { type: 'count', article: 'other', count: 0 },
      { type: 'count', article: 'live', count: 1 },
    ]);
    here.close();
    counts.close();
  });

  it('streams go on where they were cut off, in whichever process, in the order of the commits', async () => {
    const first = await EventClient.open(`${url}/v1/articles/resumed/stream?${key()}`);
    await until(() => first.lastId, { what: 'the beginning' });
    const one = await client.settle({ article: { id: 'resumed' } });
    await until(() => first.received.length === 2, { what: 'the first events' });
    first.close();
    const two = await client.settle({ article: { id: 'resumed' }, body: HELD });
    const three = await client.settle({ article: { id: 'resumed' } });
    await client.remove(one.id, client.site);
    const again = await EventClient.open(`${url}/v1/articles/resumed/stream?${key()}`, {
      'last-event-id': first.lastId,
    });
    const comments = () => again.events.filter(({ type }) => type === 'comment');
    await until(() => comments().length === 3, { what: 'what was missed' });
    expect(comments()).toEqual([
      { type: 'comment', id: two.id, parentId: null, shown: false },
      { type: 'comment', id: three.id, parentId: null, shown: true },
      { type: 'comment', id: one.id, parentId: null, shown: false },
    ]);
    expect(again.events.filter(({ type }) => type === 'count').at(-1)).toEqual({
      ...{ type: 'count', article: 'resumed', count: 1 },
    });
    again.close();
  });
}
