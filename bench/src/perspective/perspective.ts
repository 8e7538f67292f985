import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';
import { projectFolder } from '../../../apps/tools/src/http/project-folder.js';
import { BenchPostgres } from '../bench-postgres.js';
import { BenchService } from '../bench-service.js';
import type { BenchOptions } from '../benchmark.js';
import { median } from '../figures.js';
import { startBareFastify } from '../intake/bare-fastify.js';
import { makeIntegrationKey } from './integration-key.js';
import { type Latencies, latenciesOf } from './latencies.js';
import { measureOpenLoop } from './open-loop.js';

const PER_SECOND = 100;
const WARM_UP_MS = 2_000;
const ATTRIBUTES = [
  ...['TOXICITY', 'SEVERE_TOXICITY', 'IDENTITY_ATTACK', 'INSULT', 'PROFANITY', 'THREAT'],
];

interface Candidate {
  name: string;
  url: string;
  rounds: Latencies[];
}

/** How long `comments:analyze` takes at a steady rate, next to bare Fastify that answers a constant of the same size. */
export async function benchPerspective(options: BenchOptions, cleanup: Cleanup): Promise<object> {
  const { rounds, seconds = 10, print } = options;
  const postgres = await BenchPostgres.start(cleanup);
  const databaseUrl = await postgres.createDatabase();
  const service = new BenchService(cleanup, databaseUrl);
  await service.migrate();
  const api = await service.startApi();
  const key = await makeIntegrationKey(databaseUrl);
  const url = `${api.url}/v1alpha1/comments:analyze?key=${key}`;
  const { bodies, bytes } = await answeredBodies(url);
  const fastify = await startBareFastify(cleanup);
  const candidates: Candidate[] = [
    { name: 'comments:analyze', url, rounds: [] },
    { name: 'bare Fastify', url: `${fastify}/bytes-${bytes}`, rounds: [] },
  ];
  print(
    `perspective: ${PER_SECOND} requests a second, ${ATTRIBUTES.length} attributes, ${bodies.length} texts of samples/, ${bytes} bytes an answer, ${rounds} rounds of ${seconds} s after ${WARM_UP_MS / 1000} s, by turns`,
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { url: asked, rounds: measured } of candidates) {
      const loop = { url: asked, bodies, perSecond: PER_SECOND, warmUpMs: WARM_UP_MS };
      const milliseconds = await measureOpenLoop({ ...loop, measureMs: seconds * 1000 });
      measured.push(latenciesOf(milliseconds));
    }
  }
  const figures = candidates.map(({ name, rounds: measured }) => ({
    name,
    ...mediansOf(measured),
  }));
  print(tableOf(figures));
  return { perSecond: PER_SECOND, bytes, figures };
}

/** Requests for those samples that are in a language which is scored, and how long the answers are in the middle. */
async function answeredBodies(url: string): Promise<{ bodies: string[]; bytes: number }> {
  const content = await readFile(join(projectFolder(), 'samples/comments.jsonl'), 'utf8');
  const lines = content.split('\n').filter((line) => line !== '');
  const requestedAttributes = Object.fromEntries(ATTRIBUTES.map((name) => [name, {}]));
  const bodies: string[] = [];
  const lengths: number[] = [];
  for (const line of lines) {
    const { text } = JSON.parse(line) as { text: string };
    const body = JSON.stringify({ comment: { text }, requestedAttributes });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body });
    const length = Buffer.byteLength(await answer.text());
    if (answer.status !== 200) continue;
    bodies.push(body);
    lengths.push(length);
  }
  return { bodies, bytes: Math.round(median(lengths)) };
}

const mediansOf = (rounds: readonly Latencies[]): Latencies => ({
  p50: median(rounds.map(({ p50 }) => p50)),
  p99: median(rounds.map(({ p99 }) => p99)),
  highest: Math.max(...rounds.map(({ highest }) => highest)),
});

function tableOf(figures: readonly (Latencies & { name: string })[]): string {
  const row = (name: string, cells: readonly string[]): string =>
    name.padEnd(20) + cells.map((cell) => cell.padStart(10)).join('');
  return [
    row('milliseconds', ['p50', 'p99', 'highest']),
    ...figures.map(({ name, p50, p99, highest }) =>
      row(
        name,
        [p50, p99, highest].map((value) => value.toFixed(2)),
      ),
    ),
    'from when a request was due to the end of its answer; medians over the rounds, the highest of all',
  ].join('\n');
}
