import { parentPort, workerData } from 'node:worker_threads';
import { LoadConnection } from '../intake/load-connection.js';
import type { ReadsResult, TimedReads } from './reads.js';
import { articleNames } from './seed-articles.js';

const reads = workerData as TimedReads;
const target = new URL(reads.url);
const start = performance.now();
const measureFrom = start + reads.warmUpMs;
const measureUntil = measureFrom + reads.measureMs;
const result: ReadsResult = { expected: 0, others: {} };
let number = reads.firstNumber;

function requestFor(path: string): Buffer {
  const head = [`GET ${path} HTTP/1.1`, `host: ${target.host}`, `x-site-key: ${reads.siteKey}`];
  if (reads.ifNoneMatch !== undefined) head.push(`if-none-match: ${reads.ifNoneMatch}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
}

const constant = requestFor(`${target.pathname}${target.search}`);

function nextRequest(): Buffer {
  if (reads.freshArticles === 0) return constant;
  const names = articleNames(number, reads.freshArticles);
  number += reads.freshArticles;
  return requestFor(`${target.pathname}?${names.map((name) => `article=${name}`).join('&')}`);
}

async function readUntilTheEnd(): Promise<void> {
  const connection = await LoadConnection.open(target.hostname, Number(target.port));
  while (performance.now() < measureUntil) {
    const status = await connection.exchange(nextRequest());
    const now = performance.now();
    if (now < measureFrom || now > measureUntil) continue;
    if (status === reads.expectedStatus) result.expected += 1;
    else result.others[status] = (result.others[status] ?? 0) + 1;
  }
  connection.close();
}

await Promise.all(Array.from({ length: reads.connections }, readUntilTheEnd));
parentPort?.postMessage(result);
