import { parentPort, workerData } from 'node:worker_threads';
import { commentText } from '../comment-text.js';
import { LoadConnection } from './load-connection.js';
import type { Load, LoadResult } from './load.js';

const load = workerData as Load;
const target = new URL(load.url);
const start = performance.now();
const measureFrom = start + load.warmUpMs;
const measureUntil = measureFrom + load.measureMs;
const result: LoadResult = { expected: 0, others: {} };
let number = load.firstNumber;

/** A posted comment as bytes; every one is different, as on a real site. */
function nextRequest(): Buffer {
  number += 1;
  const comment = {
    article: { id: `article-${number % 50}` },
    body: commentText(number),
    author: { name: `reader-${number % 2000}` },
  };
  const body = JSON.stringify(comment);
  const head = [
    `POST ${target.pathname} HTTP/1.1`,
    `host: ${target.host}`,
    'content-type: application/json',
    `x-site-key: ${load.siteKey}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}

async function postUntilTheEnd(): Promise<void> {
  const connection = await LoadConnection.open(target.hostname, Number(target.port));
  while (performance.now() < measureUntil) {
    const status = await connection.exchange(nextRequest());
    const now = performance.now();
    if (now < measureFrom || now > measureUntil) continue;
    if (status === load.expectedStatus) result.expected += 1;
    else result.others[status] = (result.others[status] ?? 0) + 1;
  }
  connection.close();
}

await Promise.all(Array.from({ length: load.connections }, postUntilTheEnd));
parentPort?.postMessage(result);
