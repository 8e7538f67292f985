import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import { JsonLogger } from '#logging';
import { EventFeed, EventPruner } from '#reviews';
import { createApi } from '../../apps/api/src/create-api.js';
import { ReviewStreams } from '../../apps/api/src/reviews/review-streams.js';
import { signIn } from '../harness/moderators.js';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { HELD, scoreFromText } from './support/checks.js';
import { Client } from './support/client.js';
import { Desk } from './support/desk.js';
import { EventReader, listen } from './support/event-reader.js';
import { Queue } from './support/queue.js';
import { Rows } from './support/rows.js';

let service: TestService;
let second: NestFastifyApplication;
let client: Client;
let rows: Rows;
let morning: Queue;
let addresses: string[];
const readers: EventReader[] = [];
beforeAll(async () => {
  service = await startService({ checks: [scoreFromText] });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  morning = new Queue(await Desk.open(service, 'moderator', { name: 'Morning desk' }));
  const config = loadConfig({ DATABASE_URL: service.database.url, LOG_LEVEL: 'error' });
  second = await createApi(config, new JsonLogger('error', 'second'));
  addresses = [await listen(service.app), await listen(second)];
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});
afterAll(async () => {
  await second.close();
  await rows.close();
  await service.stop();
});

const readPlace = (id: string) => {
  const [tx = '', event = ''] = id.split('-');
  return { tx, id: event };
};

/**
 * Listens to one of the two processes. What happened before is behind it: a stream that begins
 * while an older transaction runs, of another test's database too, is told that once more.
 */
async function open(process: 0 | 1, headers = morning.desk.headers, resume?: string) {
  if (resume === undefined) await until(nothingHeldBack, { what: 'the end of older transactions' });
  const reader = await EventReader.open(addresses[process] ?? '', headers, resume);
  readers.push(reader);
  return reader;
}

const nothingHeldBack = async () => {
  const waiting = 'SELECT FROM review_events WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())';
  return (await rows.query(waiting)).length === 0;
};

const hold = async () => {
  const taken = await client.settle({ body: `A threat, ${HELD}.` });
  const item = (await morning.all({ limit: 100 })).find(({ comment }) => comment.id === taken.id);
  return { taken, item: item! };
};

describe('the stream', () => {
  it('tells what comes, is claimed, given back, decided, taken back and deleted, in order', async () => {
    const reader = await open(0);
    const { taken, item } = await hold();
    await morning.claim(50);
    await morning.release();
    await morning.undo((await morning.approve(item)).id);
    await client.remove(taken.id, client.site);
    const events = await reader.heard(7);
    const site = item.comment.site.id;
    const by = { id: morning.desk.id, name: 'Morning desk' };
    const about = { site, item: item.id };
    expect(events).toEqual([
      { type: 'opened', ...about, kind: 'held' },
      { type: 'claimed', ...about, by, until: expect.stringMatching(/Z$/) },
      { type: 'released', ...about },
      { type: 'decided', ...about, by, action: 'approve' },
      { type: 'reopened', ...about, kind: 'held' },
      { type: 'claimed', ...about, by, until: expect.stringMatching(/Z$/) },
      { type: 'closed', ...about, kind: 'held' },
    ]);
    expect(reader.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    expect(reader.headers['cache-control']).toBe('no-store');
    expect(reader.headers['x-accel-buffering']).toBe('no');
  });

  it('tells the same on every API process, whichever was asked', async () => {
    const both = [await open(0), await open(1)];
    const { item } = await hold();
    await morning.approve(item);
    const heard = await Promise.all(both.map((reader) => reader.heard(2)));
    expect(heard[0]).toEqual(heard[1]);
    expect(both[0]!.events.map(({ id }) => id)).toEqual(both[1]!.events.map(({ id }) => id));
  });

  it('resumes behind the last event that was heard, on another process too', async () => {
    const before = await open(0);
    const { item } = await hold();
    await before.heard(1);
    await before.close();
    await morning.approve(item);
    const missed = await hold();
    const after = await open(1, morning.desk.headers, before.lastEventId);
    expect((await after.heard(2)).map(({ type }) => type)).toEqual(['decided', 'opened']);
    await morning.approve(missed.item);
    expect((await after.heard(3)).at(-1)).toMatchObject({ type: 'decided', item: missed.item.id });
  });

  it('begins with nothing of the past, and can be resumed before the first event', async () => {
    await hold();
    const before = await open(0);
    const place = before.lastEventId;
    await before.close();
    await hold();
    const after = await open(0, morning.desk.headers, place);
    expect((await after.heard(1)).map(({ type }) => type)).toEqual(['opened']);
  });

  it('skips no event, in whatever order transactions commit', async () => {
    const reader = await open(0);
    const early = new pg.Client({ connectionString: service.database.url });
    await early.connect();
    const insert = `INSERT INTO review_events (site_id, kind, item_id)
      SELECT id, 'released', gen_random_uuid() FROM sites ORDER BY created_at LIMIT 1
      RETURNING item_id`;
    await early.query('BEGIN');
    const first = (await early.query<{ item_id: string }>(insert)).rows[0]?.item_id;
    // Begins later, and commits first: nothing of it may be told yet, or the early one would be lost.
    const [later] = await rows.query<{ item_id: string }>(insert);
    await rows.query(`SELECT pg_notify('moderato_reviews', '')`);
    const { item } = await hold();
    // The process has looked since, and told nothing.
    const feed = service.app.get(EventFeed, { strict: false });
    expect((await feed.read(readPlace(reader.lastEventId ?? ''))).events).toEqual([]);
    expect(reader.events).toEqual([]);
    await early.query('COMMIT');
    await early.end();
    const told = await reader.heard(3);
    expect(told.map((event) => 'item' in event && event.item)).toEqual([
      first,
      later?.item_id,
      item.id,
    ]);
  });

  it('tells a moderator of no other site', async () => {
    const other = await client.anotherSite();
    const reader = await open(0);
    await other.post({ body: HELD, article: { id: 'elsewhere' } }, { prefer: 'wait=10' });
    const { item } = await hold();
    expect(await reader.heard(1)).toMatchObject([{ type: 'opened', item: item.id }]);
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['that is of another database', '99999999999999-1'],
  ])('says reset for a place %s', async (_, place) => {
    const reader = await open(0, morning.desk.headers, place);
    expect(await reader.heard(1)).toEqual([{ type: 'reset' }]);
    await hold();
    expect((await reader.heard(2)).map(({ type }) => type)).toEqual(['reset', 'opened']);
  });

  it('says reset for a place that is too old, and resumes what is kept', async () => {
    const reader = await open(0);
    await hold();
    await reader.heard(1);
    const old = reader.lastEventId;
    await hold();
    await hold();
    await rows.query(`UPDATE review_events SET created_at = created_at - interval '25 hours'`);
    await hold();
    await reader.heard(4);
    await service.app.get(EventPruner, { strict: false }).prune();
    const late = await open(0, morning.desk.headers, old);
    expect(await late.heard(1)).toEqual([{ type: 'reset' }]);
    const kept = await open(0, morning.desk.headers, reader.events[2]!.id);
    expect((await kept.heard(1)).map(({ type }) => type)).toEqual(['opened']);
  });

  it('ends with its session, where the sign-out came by another process at the next look', async () => {
    const { headers } = await signIn(service);
    const [here, there] = [await open(0, headers), await open(1, headers)];
    await client.send({ method: 'DELETE', url: '/v1/session', headers });
    await until(() => here.ended, { what: 'the end of the stream' });
    expect(there.ended).toBe(false);
    await second.get(ReviewStreams, { strict: false }).recheck();
    await until(() => there.ended, { what: 'the end of the other stream' });
  });

  it('ends with its process', async () => {
    const config = loadConfig({ DATABASE_URL: service.database.url, LOG_LEVEL: 'error' });
    const third = await createApi(config, new JsonLogger('error', 'third'));
    const reader = await EventReader.open(await listen(third), morning.desk.headers);
    await third.close();
    await until(() => reader.ended, { what: 'the end of the stream' });
  });
});
