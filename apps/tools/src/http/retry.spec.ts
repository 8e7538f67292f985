import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { HttpClient } from './http-client.js';
import { retryAfterMs, sendWithRetry } from './retry.js';

const QUICK = { windowMs: 2_000, firstDelayMs: 5, longestDelayMs: 20 };
const servers: Server[] = [];

/** Serves one step a request, the last one again and again. */
async function serve(
  ...steps: ((response: ServerResponse) => void)[]
): Promise<() => ReturnType<HttpClient['send']>> {
  let request = 0;
  const server = createServer((_, response) => {
    steps[Math.min(request, steps.length - 1)]?.(response);
    request += 1;
  });
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new HttpClient(new URL(`http://127.0.0.1:${port}`), 1);
  return () => client.send({ method: 'POST', path: '/', body: '{}' });
}

const answer =
  (status: number, headers = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(`status ${status}`);

const dropConnection = (response: ServerResponse): void => void response.destroy();

const breakOff = (response: ServerResponse): void => {
  response.writeHead(202, { 'content-length': 100 });
  response.write('{"id":', () => response.destroy());
};

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

test('sends again after a dropped connection, an answer that breaks off, a 503 and a 429', async () => {
  const send = await serve(dropConnection, breakOff, answer(503), answer(429), answer(202));
  let retries = 0;
  const final = await sendWithRetry(send, QUICK, () => (retries += 1));
  expect(final).toMatchObject({ status: 202, text: 'status 202' });
  expect(retries).toBe(4);
});

test.each([200, 400, 404, 409, 422, 501])('takes %i as final', async (status) => {
  const send = await serve(answer(status), answer(200));
  expect((await sendWithRetry(send, QUICK)).status).toBe(status);
});

test('waits as long as Retry-After asks for', async () => {
  const send = await serve(answer(429, { 'retry-after': '1' }), answer(202));
  const start = performance.now();
  await sendWithRetry(send, QUICK);
  expect(performance.now() - start).toBeGreaterThanOrEqual(990);
});

test('gives the last answer when the window has passed', async () => {
  const send = await serve(answer(503));
  expect((await sendWithRetry(send, { ...QUICK, windowMs: 60 })).status).toBe(503);
});

test('throws the last connection error when the window has passed', async () => {
  const send = await serve(dropConnection);
  await expect(sendWithRetry(send, { ...QUICK, windowMs: 60 })).rejects.toThrow('socket hang up');
});

test.each([
  ['3', 3_000],
  ['Thu, 01 Jan 1970 00:00:12 GMT', 2_000],
  ['Thu, 01 Jan 1970 00:00:01 GMT', 0],
  ['soon', 0],
  [undefined, 0],
])('reads Retry-After %s as %i ms', (header, expected) => {
  expect(retryAfterMs(header, 10_000)).toBe(expected);
});
