import { BenchPostgres } from '../bench-postgres.js';
import { BenchService } from '../bench-service.js';
import type { BenchOptions } from '../benchmark.js';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';
import { type Figure, figureData, figureTable } from '../figures.js';
import { measureInsertCommits } from '../insert-commits.js';
import { startBareFastify } from './bare-fastify.js';
import { measureLoad } from './load.js';

const CONNECTIONS = 50;
const WARM_UP_MS = 2_000;
/** More than a round can post. */
const NUMBERS_PER_ROUND = 10_000_000;

interface Candidate {
  name: string;
  measure: (round: number) => Promise<number>;
}

/** How many comments a second the API stores, alone, with no worker running, next to what its parts could reach. */
export async function benchIntake(options: BenchOptions, cleanup: Cleanup): Promise<object> {
  const { rounds, seconds = 10, print } = options;
  const postgres = await BenchPostgres.start(cleanup);
  const candidates = await prepare(postgres, seconds * 1000, cleanup);
  print(postgres.description);
  print(
    `intake: ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s after ${WARM_UP_MS / 1000} s, by turns\n`,
  );
  const figures = await measureByTurns(candidates, rounds);
  print(figureTable(figures));
  return { postgres: postgres.description, figures: figureData(figures) };
}

async function prepare(
  postgres: BenchPostgres,
  measureMs: number,
  cleanup: Cleanup,
): Promise<[Candidate, ...Candidate[]]> {
  const service = new BenchService(cleanup, await postgres.createDatabase());
  await service.migrate();
  const api = await service.startApi();
  const fastify = await startBareFastify(cleanup);
  const rowsUrl = await postgres.createDatabase();
  const load = (name: string, url: string): Candidate => ({
    name,
    measure: (round) =>
      measureLoad({
        ...{ url, siteKey: service.keys.siteKey, connections: CONNECTIONS, expectedStatus: 202 },
        ...{ warmUpMs: WARM_UP_MS, measureMs, firstNumber: round * NUMBERS_PER_ROUND },
      }),
  });
  return [
    load('POST /v1/comments, 202s', `${api.url}/v1/comments`),
    {
      name: 'raw pg INSERT commits (20 connections)',
      measure: () => measureInsertCommits(rowsUrl, WARM_UP_MS, measureMs),
    },
    load('bare Fastify, body not parsed', `${fastify}/constant`),
    load('bare Fastify, JSON parsed', `${fastify}/json`),
  ];
}

/** Forwards and backwards in turn, so that what slows the machine over time does not always hit the same one. */
async function measureByTurns(
  candidates: [Candidate, ...Candidate[]],
  rounds: number,
): Promise<[Figure, ...Figure[]]> {
  const figures = candidates.map(({ name }): Figure => ({ name, rounds: [] })) as [
    Figure,
    ...Figure[],
  ];
  for (let round = 0; round < rounds; round += 1) {
    const indices = candidates.map((_, index) =>
      round % 2 === 0 ? index : candidates.length - 1 - index,
    );
    for (const index of indices) {
      const value = await candidates[index]?.measure(round);
      if (value !== undefined) figures[index]?.rounds.push(value);
    }
  }
  return figures;
}
