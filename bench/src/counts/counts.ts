import { BenchPostgres } from '../bench-postgres.js';
import { BenchService } from '../bench-service.js';
import type { BenchOptions } from '../benchmark.js';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';
import { type Figure, figureData, figureTable } from '../figures.js';
import { startBareFastify } from '../intake/bare-fastify.js';
import { measureReads, type Reads } from './reads.js';
import { ARTICLE_NUMBERS, articleNames, seedArticles } from './seed-articles.js';

const CONNECTIONS = 50;
const WARM_UP_MS = 2_000;
const SIZES = [1, 25, 100] as const;

interface Candidate {
  name: string;
  reads: Reads;
}

/** How often a second counts are answered, next to bare Fastify that answers a constant of the same size. */
export async function benchCounts(options: BenchOptions, cleanup: Cleanup): Promise<object> {
  const { rounds, seconds = 5, comments, articles, print } = options;
  const postgres = await BenchPostgres.start(cleanup);
  const databaseUrl = await postgres.createDatabase();
  const service = new BenchService(cleanup, databaseUrl);
  await service.migrate();
  const api = await service.startApi();
  await seedArticles(databaseUrl, { comments, articles });
  const fastify = await startBareFastify(cleanup);
  print(postgres.description);
  print(
    `counts: ${comments} comments, ${articles} articles, ${CONNECTIONS} connections, ${rounds} rounds of ${seconds} s after ${WARM_UP_MS / 1000} s, by turns`,
  );
  const tables: object[] = [];
  for (const size of SIZES) {
    const candidates = await candidatesFor(size, { api: api.url, fastify }, service.keys.siteKey);
    const figures = await measureByTurns(candidates, { rounds, measureMs: seconds * 1000 });
    print(`\n${size} ${size === 1 ? 'article' : 'articles'}\n${figureTable(figures, 'of bare')}`);
    tables.push({ articles: size, figures: figureData(figures) });
  }
  return { postgres: postgres.description, comments, articles, tables };
}

/** Bare Fastify first, so that the table gives what the others reach of it. */
async function candidatesFor(
  size: number,
  servers: { api: string; fastify: string },
  siteKey: string,
): Promise<Candidate[]> {
  const query = articleNames(0, size)
    .map((name) => `article=${name}`)
    .join('&');
  const warm = `${servers.api}/v1/counts?${query}`;
  const answer = await fetch(warm, { headers: { 'x-site-key': siteKey } });
  const body = await answer.text();
  const tag = answer.headers.get('etag') ?? '';
  const reads = (url: string, changes: Partial<Reads> = {}): Reads => ({
    ...{ url, siteKey, connections: CONNECTIONS, expectedStatus: 200, freshArticles: 0 },
    ...changes,
  });
  return [
    {
      name: 'bare Fastify',
      reads: reads(`${servers.fastify}/bytes-${Buffer.byteLength(body)}?${query}`),
    },
    { name: 'warm', reads: reads(warm) },
    { name: '304', reads: reads(warm, { expectedStatus: 304, ifNoneMatch: tag }) },
    { name: 'cold', reads: reads(`${servers.api}/v1/counts`, { freshArticles: size }) },
  ];
}

/** Forwards and backwards in turn, so that what slows the machine over time does not always hit the same one. */
async function measureByTurns(
  candidates: Candidate[],
  { rounds, measureMs }: { rounds: number; measureMs: number },
): Promise<[Figure, ...Figure[]]> {
  const figures = candidates.map(({ name }): Figure => ({ name, rounds: [] }));
  for (let round = 0; round < rounds; round += 1) {
    const order = figures.map((_, at) => (round % 2 === 0 ? at : figures.length - 1 - at));
    for (const at of order) {
      const { reads } = candidates[at] as Candidate;
      const firstNumber = round * ARTICLE_NUMBERS;
      const timed = { ...reads, firstNumber, warmUpMs: WARM_UP_MS, measureMs };
      figures[at]?.rounds.push(await measureReads(timed));
    }
  }
  return figures as [Figure, ...Figure[]];
}
