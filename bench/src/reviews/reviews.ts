import { NestFactory } from '@nestjs/core';
import { type Config, ConfigModule, loadConfig } from '#config';
import { Database, migrate } from '#database';
import {
  CampaignsService,
  type ClaimQuery,
  ClaimsService,
  type DecideCommand,
  DecisionsService,
  type ReviewQuery,
  ReviewsModule,
  ReviewsService,
} from '#reviews';
import { Module } from '@nestjs/common';
import type { Cleanup } from '../../../apps/tools/src/http/cleanup.js';
import { BenchPostgres } from '../bench-postgres.js';
import type { BenchOptions } from '../benchmark.js';
import { casesOf } from './cases.js';
import { fill, type Filled } from './fill.js';
import { measure, type Timing, timingTable } from './measure.js';
import { makeTexts, randomFrom, type Texts } from './texts.js';

const CALLS = 200;
const PAGE = 25;
/** A quarter of a server of 8 GB, as PostgreSQL's documentation has it; by itself it takes 128 MB. */
const SHARED_BUFFERS = '2GB';

/** Milliseconds of every list of the review queue over very many open items, next to a SELECT by primary key. */
export async function benchReviews(options: BenchOptions, cleanup: Cleanup): Promise<object> {
  const { items, print } = options;
  const postgres = await BenchPostgres.start(cleanup, { shared_buffers: SHARED_BUFFERS });
  const url = await postgres.createDatabase();
  await migrate(url);
  const texts = makeTexts();
  const began = performance.now();
  const filled = await fill(url, items, texts);
  const seconds = Math.round((performance.now() - began) / 1000);
  print(`${postgres.description}, shared_buffers ${SHARED_BUFFERS}`);
  print(
    `reviews: ${items.toLocaleString('en')} open items (filled in ${seconds} s), pages of ${PAGE}`,
  );
  const services = await openServices(url, cleanup);
  const reference = await measureSelect(services.database, filled, items);
  const lists = await measureLists(services, filled, texts);
  const writes = await measureWrites(services, filled);
  const timings: [Timing, ...Timing[]] = [reference, ...lists, ...writes];
  print(`\n${timingTable(timings)}`);
  return { postgres: postgres.description, items, timings };
}

interface Services {
  database: Database;
  reviews: ReviewsService;
  claims: ClaimsService;
  decisions: DecisionsService;
  campaigns: CampaignsService;
}

@Module({})
class BenchModule {
  static forRoot(config: Config) {
    return { module: BenchModule, imports: [ConfigModule.forRoot(config), ReviewsModule] };
  }
}

async function openServices(url: string, cleanup: Cleanup): Promise<Services> {
  const config = loadConfig({ DATABASE_URL: url });
  const app = await NestFactory.createApplicationContext(BenchModule.forRoot(config), {
    logger: false,
  });
  cleanup.add(() => app.close());
  return {
    database: app.get(Database, { strict: false }),
    reviews: app.get(ReviewsService, { strict: false }),
    claims: app.get(ClaimsService, { strict: false }),
    decisions: app.get(DecisionsService, { strict: false }),
    campaigns: app.get(CampaignsService, { strict: false }),
  };
}

function measureSelect(database: Database, { siteId }: Filled, items: number): Promise<Timing> {
  const random = randomFrom(1);
  const select = {
    name: 'bench.select',
    text: 'SELECT * FROM review_items WHERE site_id = $1 AND id = $2',
  };
  return measure('SELECT by primary key', CALLS * 10, () => {
    const n = 1 + Math.floor(random() * items);
    const id = `0d000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
    return database.query(select, [siteId, id]);
  });
}

async function measureLists(
  { reviews, campaigns }: Services,
  { siteId, otherSiteId, moderatorId }: Filled,
  texts: Texts,
): Promise<Timing[]> {
  const random = randomFrom(2);
  const timings: Timing[] = [];
  const siteIds = [siteId];
  for (const { name, queue, filter } of casesOf(texts)) {
    const page = () =>
      reviews.list({ siteIds, queue, moderatorId, filter: filter(random) }, null, PAGE);
    timings.push(await measure(name, CALLS, page));
  }
  let cursor: string | null = null;
  const both: ReviewQuery = {
    siteIds: [siteId, otherSiteId],
    queue: 'held',
    moderatorId,
    filter: {},
  };
  timings.push(
    await measure('held, one page after another, two sites', CALLS, async () => {
      ({ next: cursor } = await reviews.list(both, cursor, PAGE));
    }),
    await measure('sizes of the queues', CALLS, () => reviews.queueSizes(siteIds, moderatorId)),
    await measure('campaigns, first page of 25', CALLS, () => campaigns.list(siteIds, null, PAGE)),
    await measure('campaigns, first page of 10', CALLS, () => campaigns.list(siteIds, null, 10)),
  );
  return timings;
}

async function measureWrites(
  { claims, decisions }: Services,
  { siteId, moderatorId }: Filled,
): Promise<Timing[]> {
  const query: ClaimQuery = { siteIds: [siteId], queue: 'held', moderatorId, filter: {} };
  const command: DecideCommand = {
    by: { id: moderatorId, name: 'Moderator' },
    siteIds: [siteId],
    action: 'approve',
    reasonId: null,
    note: null,
  };
  const claim = await measure(`claim the next ${PAGE}, and give them back`, CALLS, async () => {
    await claims.claim(query, PAGE);
    // Else the next claim would give the same again.
    await claims.release(moderatorId, null);
  });
  const decide = await measure(`claim and approve ${PAGE}`, CALLS, async () => {
    const { items } = await claims.claim(query, PAGE);
    await decisions.decide(
      command,
      items.map(({ id, version }) => ({ id, version })),
    );
  });
  return [claim, decide];
}
