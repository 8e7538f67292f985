import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { LoadConnection } from '../intake/load-connection.js';
import type { OpenLoop, OpenLoopResult } from './open-loop.js';

const loop = workerData as OpenLoop;
const target = new URL(loop.url);
const result: OpenLoopResult = { milliseconds: [], others: {} };
/** Connections that wait for nothing; when there is none, one more is opened. */
const idle: LoadConnection[] = [];

function requestOf(body: string): Buffer {
  const head = [
    `POST ${target.pathname}${target.search} HTTP/1.1`,
    `host: ${target.host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const requests = loop.bodies.map(requestOf);
const between = 1000 / loop.perSecond;
const start = performance.now();
const measureFrom = start + loop.warmUpMs;
const count = Math.round((loop.warmUpMs + loop.measureMs) / between);

async function ask(number: number, due: number): Promise<void> {
  const connection =
    idle.pop() ?? (await LoadConnection.open(target.hostname, Number(target.port)));
  const status = await connection.exchange(requests[number % requests.length] as Buffer);
  idle.push(connection);
  if (due < measureFrom) return;
  if (status === 200) result.milliseconds.push(performance.now() - due);
  else result.others[status] = (result.others[status] ?? 0) + 1;
}

const asked: Promise<void>[] = [];
while (asked.length < count) {
  const due = start + asked.length * between;
  if (due > performance.now()) await sleep(1);
  else asked.push(ask(asked.length, due));
}
await Promise.all(asked);
for (const connection of idle) connection.close();
parentPort?.postMessage(result);
