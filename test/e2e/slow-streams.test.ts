import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { Client } from './support/client.js';
import { Desk, siteIdOf } from './support/desk.js';
import { EventClient } from './support/event-client.js';
import { Rows } from './support/rows.js';
import { listen } from './support/second-api.js';
import { StalledClient } from './support/stalled-client.js';

/** More than the operating system keeps for a connection whose other end does not read. */
const EVENTS = 60_000;

let service: TestService;
let client: Client;
let rows: Rows;
let desk: Desk;
let siteId: string;
let url: string;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  desk = await Desk.open(service);
  siteId = await siteIdOf(service, client);
  url = await listen(service.app);
  service.app.getHttpServer().on('request', ({ socket }: IncomingMessage) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

/** The connections that ask for something: fetch() opens another in reserve where it has cut one off. */
const connections = new Set<Socket>();

/** What is announced when so many comments below an article are published, one after the other. */
const announce = (): Promise<unknown> =>
  rows.query(
    `INSERT INTO announcements (site_id, article, comment_id, shown, count)
     SELECT $1, 'slow', gen_random_uuid(), true, n FROM generate_series(1, $2::integer) AS n`,
    [siteId, EVENTS],
  );
/** What moderators are told when so many items are given back. */
const release = (): Promise<unknown> =>
  rows.query(
    `INSERT INTO review_events (site_id, kind, item_id)
     SELECT $1, 'released', gen_random_uuid() FROM generate_series(1, $2::integer)`,
    [siteId, EVENTS],
  );

/**
 * Until something was told: while the process is far behind itself it ends new streams too, and
 * browsers come again by themselves.
 */
const comeAgain = (address: string, headers: Record<string, string>): Promise<EventClient> =>
  until(
    async () => {
      const again = await EventClient.open(address, headers);
      await until(() => again.received.length > 0 || again.ended, { what: 'an event or the end' });
      return again.received.length > 0 ? again : undefined;
    },
    { what: 'what was missed' },
  );

interface Case {
  path: string;
  headers: () => Record<string, string>;
  happens: () => Promise<unknown>;
}
const CASES: [string, Case][] = [
  [
    'of an article',
    { path: '/v1/articles/slow/stream', headers: () => client.reader, happens: announce },
  ],
  [
    'of counts',
    { path: '/v1/counts/stream?article=slow', headers: () => client.reader, happens: announce },
  ],
  ['of reviews', { path: '/v1/reviews/stream', headers: () => desk.headers, happens: release }],
];

describe.each(CASES)('a stream %s whose client does not read', (_, { path, headers, happens }) => {
  it('is cut off, and the client may come back to where it was', async () => {
    const stalled = await StalledClient.open(url, path, headers());
    expect(connections.size).toBe(1);
    await happens();
    await until(() => connections.size === 0, { what: 'the end of the stream' });
    stalled.close();
    const again = await comeAgain(`${url}${path}`, {
      ...headers(),
      'last-event-id': stalled.lastId,
    });
    again.close();
    await until(() => connections.size === 0, { what: 'the client to be gone' });
  });
});

describe('a service that is stopped', () => {
  it('does not wait for a client that does not read', async () => {
    const stopped = await startService({ worker: false });
    const address = await listen(stopped.app);
    const stalled = await StalledClient.open(address, '/v1/articles/a/stream', stopped.asReader);
    await stopped.stop();
    stalled.close();
  });
});
