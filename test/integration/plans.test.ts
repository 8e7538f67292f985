import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#database';
import * as announcements from '../../libs/announcements/src/announcements.sql.js';
import { COUNTS } from '../../libs/counts/src/counts.sql.js';
import { COUNTS_OF_URLS } from '../../libs/counts/src/url-counts.js';
import * as gather from '../../libs/pipeline/src/gather.sql.js';
import * as relay from '../../libs/pipeline/src/relay.sql.js';
import * as sweeper from '../../libs/pipeline/src/sweeper.sql.js';
import { PAGE } from '../../libs/policies/src/policy-history.sql.js';
import * as reactions from '../../libs/threads/src/reactions.sql.js';
import * as threads from '../../libs/threads/src/threads.sql.js';
import * as transitions from '../../libs/transitions/src/transitions.sql.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const COMMENTS = 100_000;

let test: TestSession;
let some: {
  id: string;
  author_id: string;
  article_id: string;
  created_at: Date;
  address_hash: Buffer;
};

beforeAll(async () => {
  test = await openTestSession();
  await fill();
  const [row] = await test.sql<typeof some>('SELECT * FROM comments OFFSET 5000 LIMIT 1');
  if (row !== undefined) some = row;
});
afterAll(() => test.close());

/** A year of comments: 20,000 articles, 2,000 authors, a tenth of them replies. */
async function fill(): Promise<void> {
  const site = [test.siteId];
  await test.sql(
    `INSERT INTO articles (site_id, id, external_id, url)
      SELECT $1, gen_random_uuid(), 'article ' || n, 'https://a.example/' || n FROM generate_series(1, 20000) AS n`,
    site,
  );
  await test.sql(
    `INSERT INTO authors (site_id, id, identity, vouched)
      SELECT $1, gen_random_uuid(), 'author ' || n, false FROM generate_series(1, 2000) AS n`,
    site,
  );
  await test.sql(
    `INSERT INTO comments (site_id, id, article_id, root_id, author_id, body, status, text_hash, sim_hash,
        bands, address_hash, created_at)
      SELECT $1, id, articles.ids[1 + n % 20000], id, authors.ids[1 + n % 2000], 'A comment.', 'published',
        n, n * 7919::bigint, ARRAY[n % 65536, 65536 + n % 65521, 131072 + n % 65519, 196608 + n % 65497],
        decode(lpad(to_hex(n % 5000), 32, '0'), 'hex'), now() - (n * 300 || ' seconds')::interval
      FROM (SELECT gen_random_uuid() AS id, n FROM generate_series(1, ${COMMENTS}) AS n) AS new,
        (SELECT array_agg(id) AS ids FROM articles) AS articles,
        (SELECT array_agg(id) AS ids FROM authors) AS authors`,
    site,
  );
  await test.sql(
    `UPDATE comments SET parent_id = other.id, root_id = other.id
      FROM (SELECT id, row_number() OVER () AS n FROM comments LIMIT 10000) AS reply,
        (SELECT id, row_number() OVER () AS n FROM comments OFFSET 20000 LIMIT 10000) AS other
      WHERE comments.id = reply.id AND reply.n = other.n`,
  );
  await test.sql(
    `INSERT INTO reaction_tallies (site_id, comment_id, article_id, created_at, likes)
      SELECT site_id, id, article_id, created_at, 1 FROM comments LIMIT 50000`,
  );
  await test.sql(
    `INSERT INTO reactions (site_id, comment_id, reader, kind)
      SELECT site_id, comment_id, '\\x01', 'like' FROM reaction_tallies`,
  );
  await test.sql(
    `INSERT INTO policies (site_id, version, section, document)
      SELECT $1, n, 'section ' || n % 20, '{}' FROM generate_series(1, 20000) AS n`,
    site,
  );
  await test.sql('VACUUM ANALYZE');
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** The tables that the statement reads from one end to the other. */
async function fullScans({ text }: Statement, values: unknown[]): Promise<string[]> {
  const [row] = await test.sql<{ 'QUERY PLAN': { Plan: Plan }[] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const scans: string[] = [];
  const visit = (plan: Plan): void => {
    if (plan['Node Type'] === 'Seq Scan') scans.push(plan['Relation Name'] ?? '');
    for (const below of plan.Plans ?? []) visit(below);
  };
  for (const { Plan: plan } of row?.['QUERY PLAN'] ?? []) visit(plan);
  return scans.filter((table) =>
    ['comments', 'articles', 'authors', 'reaction_tallies', 'reactions', 'policies'].includes(
      table,
    ),
  );
}

/** Everything behind a page of threads, its reactions, and the log of what has changed. */
function threadStatements(): [string, Statement, () => unknown[]][] {
  const last = ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 26];
  const first = ['0', '00000000-0000-0000-0000-000000000000', 26];
  const ofArticle = (): unknown[] => [test.siteId, some.article_id];
  const ofComment = (): unknown[] => [test.siteId, some.id];
  const ofComments = (): unknown[] => [test.siteId, [some.id]];
  return [
    ['the article of a thread', threads.ARTICLE, () => [test.siteId, 'article 7']],
    ['the newest', threads.NEWEST, () => [...ofArticle(), ...last]],
    ['the oldest', threads.OLDEST, () => [...ofArticle(), ...first]],
    ['the best', threads.BEST, () => [...ofArticle(), ...last, 2]],
    ['the best, far behind', threads.BEST, () => [...ofArticle(), ...last, 0]],
    ['the pinned', threads.PINNED, ofArticle],
    ['the replies to a comment', threads.REPLIES, () => [...ofComment(), ...first]],
    ['whether a comment is shown', threads.SHOWN, ofComment],
    ['what is below comments', threads.TREE, () => [...ofComments(), 3, 5, 20]],
    ['how much is below comments', threads.TOTALS, () => [...ofComments(), 1000]],
    ['the texts of a page', threads.DETAILS, ofComments],
    ['the author that a reader is', threads.AUTHOR, () => [test.siteId, 'author 7', false]],
    [
      'what an author waits for',
      threads.WAITING,
      () => [test.siteId, some.author_id, some.article_id],
    ],
    ['making a tally', reactions.ENSURE_TALLY, ofComment],
    [
      'changing reactions',
      reactions.CHANGE,
      () => [...ofComment(), Buffer.alloc(16), 'like', ['dislike']],
    ],
    ['a reader’s reactions', reactions.REACTED, () => [...ofComments(), Buffer.alloc(16)]],
    ['what to announce', announcements.WRITE, () => [[test.siteId], [some.id]]],
    ['what is new', announcements.NEWS, () => [0, 500]],
    ['what was missed', announcements.REPLAY, () => [test.siteId, ['article 7'], 0, 100, 500]],
  ];
}

describe(`over ${COMMENTS.toLocaleString('en')} comments, an index serves`, () => {
  const statements: [string, Statement, () => unknown[]][] = [
    [
      'the counts of 100 articles',
      COUNTS,
      () => [
        Array.from({ length: 100 }, () => test.siteId),
        Array.from({ length: 100 }, (_, n) => `article ${n}`),
      ],
    ],
    [
      'the counts of pages by their addresses',
      COUNTS_OF_URLS,
      () => [test.siteId, ['https://a.example/7', 'https://b.example/']],
    ],
    ...threadStatements(),
    ['the comments of a batch', gather.COMMENTS, () => [[test.siteId], [some.id], [1], [0]]],
    [
      'the history of an author',
      gather.HISTORY,
      () => [[test.siteId], [some.id], [some.author_id], [some.created_at]],
    ],
    [
      'equal texts',
      gather.SAME,
      () => [[test.siteId], [some.id], [some.author_id], [some.created_at], [5], [24]],
    ],
    [
      'similar texts',
      gather.SIMILAR,
      () => [
        [test.siteId],
        [some.id],
        [some.author_id],
        [some.created_at],
        ['{5,65541,131077,196613}'],
        [24],
        [5],
      ],
    ],
    [
      'the rates',
      gather.RATES,
      () => [
        [test.siteId],
        [some.id],
        [some.created_at],
        [some.author_id],
        [some.address_hash],
        [some.article_id],
      ],
    ],
    ['locking a thread', transitions.LOCK, () => [[test.siteId], [some.id]]],
    ['what is shown of a thread', transitions.SHOWN, () => [[test.siteId], [some.id]]],
    [
      'moving a comment',
      transitions.MOVE,
      () => [[test.siteId], [some.id], ['held'], [1], [null], [0]],
    ],
    ['locking articles', transitions.LOCK_ARTICLES, () => [[test.siteId], [some.article_id]]],
    ['changing a count', transitions.COUNT, () => [[test.siteId], [some.article_id], [1]]],
    ['the marks of the outbox', relay.TAKE, () => ['moderate', 150]],
    ['the sweep', sweeper.SWEEP, () => [30_000, 12]],
    ['what is given up', sweeper.GIVEN_UP, () => [12]],
    ['the versions of policies', PAGE, () => [test.siteId, 10_000, 21]],
    ['the recheck', sweeper.RECHECK, () => [60, 3600]],
  ];

  it.each(statements)('%s', async (_, statement, values) => {
    expect(await fullScans(statement, values())).toEqual([]);
  });
});
