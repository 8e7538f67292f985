import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { Client } from './support/client.js';
import { EventClient } from './support/event-client.js';
import { expectProblem } from './support/problems.js';
import { listen } from './support/second-api.js';

let service: TestService;
let client: Client;
let url: string;
beforeAll(async () => {
  service = await startService({ settings: { STREAMS_PER_ADDRESS: '3' } });
  client = new Client(service);
  url = await listen(service.app);
});
afterAll(() => service.stop());

const open = (path: string, headers: Record<string, string> = {}): Promise<EventClient> =>
  EventClient.open(`${url}${path}`, { ...client.reader, ...headers });

describe('a stream', () => {
  it('is one that no proxy keeps or collects, for pages that may read it', async () => {
    const stream = await open('/v1/articles/a/stream', { origin: 'https://news.example' });
    expect(stream.response.status).toBe(200);
    expect(Object.fromEntries(stream.response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'access-control-allow-origin': 'https://news.example',
      'x-request-id': expect.any(String),
    });
    stream.close();
  });

  it.each(['0-0', '99-zzz9', 'x', '-1', '1-1-1', ''])(
    'that cannot go on behind %j says so',
    async (lastEventId) => {
      const stream = await open('/v1/articles/a/stream', { 'last-event-id': lastEventId });
      await until(() => stream.received.length === 1, { what: 'the reset' });
      expect(stream.events).toEqual([{ type: 'reset' }]);
      stream.close();
    },
  );

  it('is refused to an address that has too many, until it closes one', async () => {
    await until(async () => (await openAll(3)) === 3, { what: 'three streams' });
    expectProblem(await client.get('/v1/articles/a/stream'), 429, 'RATE_LIMITED');
    streams.pop()?.close();
    const again = await until(
      async () => {
        const stream = await open('/v1/articles/a/stream');
        return stream.response.status === 200 && stream;
      },
      { what: 'a free stream' },
    );
    again.close();
    for (const stream of streams) stream.close();
  });

  it('asks for the site’s key, and takes it in the address', async () => {
    expectProblem(await client.get('/v1/articles/a/stream', {}), 401, 'SITE_KEY_MISSING');
    expectProblem(await client.get('/v1/counts/stream'), 400, 'VALIDATION_FAILED');
  });
});

const streams: EventClient[] = [];

/** Opens streams until there are so many, or one is refused, and gives how many there are. */
async function openAll(count: number): Promise<number> {
  while (streams.length < count) {
    const stream = await open('/v1/articles/a/stream');
    if (stream.response.status !== 200) break;
    streams.push(stream);
  }
  return streams.length;
}

describe('a service that is stopped', () => {
  it('ends its streams', async () => {
    const stopped = await startService({ worker: false });
    const address = await listen(stopped.app);
    const stream = await EventClient.open(`${address}/v1/articles/a/stream`, stopped.asReader);
    await stopped.stop();
    await until(() => stream.ended, { what: 'the end of the stream' });
  });
});
