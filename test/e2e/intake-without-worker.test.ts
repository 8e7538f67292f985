import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from '../harness/service.js';
import { until } from '../harness/until.js';
import { aComment, Client } from './support/client.js';
import { Rows } from './support/rows.js';

let service: TestService;
let client: Client;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
});
afterAll(() => service.stop());

it('answers 202 when the time of Prefer: wait is over before the verdict', async () => {
  const began = performance.now();
  const response = await client.post(aComment(), { prefer: 'wait=1' });
  const took = performance.now() - began;
  expect(response.statusCode).toBe(202);
  expect(response.headers['preference-applied']).toBe('wait=1');
  expect(response.json()).toMatchObject({ status: 'pending' });
  expect(took).toBeGreaterThan(900);
  expect(took).toBeLessThan(3000);
});

it('answers a reader who waits for a comment that is deleted meanwhile', async () => {
  const { id, authorToken } = await client.submit();
  const waiting = client.get(`/v1/comments/${id}`, { ...client.reader, prefer: 'wait=5' });
  const removed = await client.remove(id, { ...client.reader, 'x-author-token': authorToken });
  expect(removed.statusCode).toBe(204);
  expect((await waiting).json()).toMatchObject({ status: 'deleted', body: null });
});

it('lets go of those who wait when it is told to stop', async () => {
  const own = await startService({ worker: false });
  const waiting = new Client(own).post(aComment(), { prefer: 'wait=10' });
  const rows = await Rows.open(own.database.url);
  await until(async () => (await rows.perTable())['comments'] === 1, { what: 'the comment' });
  await rows.close();
  const began = performance.now();
  const [response] = await Promise.all([waiting, own.stop()]);
  expect(response.statusCode).toBe(202);
  expect(performance.now() - began).toBeLessThan(5000);
});
