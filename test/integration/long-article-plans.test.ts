import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COUNTED_REPLIES } from '#contract';
import type { Statement } from '#database';
import { COUNTS } from '../../libs/counts/src/counts.sql.js';
import { LeaveRepliesOutOfBest1795424460000 } from '../../libs/database/src/migrations/1795424460000-LeaveRepliesOutOfBest.js';
import * as reactions from '../../libs/threads/src/reactions.sql.js';
import * as threads from '../../libs/threads/src/threads.sql.js';
import * as transitions from '../../libs/transitions/src/transitions.sql.js';
import type { QueryRunner } from 'typeorm';
import { execute } from '../harness/plan.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const COMMENTS = 100_000;
/** Below the first comment: half of them direct replies, half in chains of eight. */
const LONG_THREAD = 20_000;
/** From here on they are top comments; below that, replies to some of them. */
const FIRST_TOP = 40_001;
const PAGE = 26;

let test: TestSession;
let article: string;
beforeAll(async () => {
  test = await openTestSession();
  article = await test.addArticle();
  await test.sql(
    `INSERT INTO authors (site_id, id, identity, vouched)
     SELECT $1, gen_random_uuid(), 'author ' || n, false FROM generate_series(1, 2000) AS n`,
    [test.siteId],
  );
  await test.sql(
    `INSERT INTO comments (site_id, id, article_id, parent_id, root_id, author_id, body, status, created_at)
     SELECT $1, pg_temp.id_of(n), $2, pg_temp.id_of(parent), pg_temp.id_of(root), authors.ids[1 + n % 2000],
       'Comment ' || n, CASE WHEN n % 50 = 49 THEN 'held' ELSE 'published' END::comment_status,
       timestamptz '2026-11-01' + n * interval '1 second'
     FROM (
       SELECT n,
         CASE WHEN n = 1 OR n >= ${FIRST_TOP} THEN NULL
           WHEN n <= ${LONG_THREAD / 2} + 1 THEN 1
           WHEN n <= ${LONG_THREAD} + 1 THEN CASE WHEN n % 8 = 2 THEN 1 ELSE n - 1 END
           ELSE n + 20000 END AS parent,
         CASE WHEN n <= ${LONG_THREAD} + 1 THEN 1 WHEN n < ${FIRST_TOP} THEN n + 20000 ELSE n END AS root
       FROM generate_series(1, ${COMMENTS}) AS n
     ) AS new, (SELECT array_agg(id) AS ids FROM authors) AS authors`.replaceAll(
      /pg_temp[.]id_of\((\w+)\)/g,
      `('00000000-0000-7000-8000-' || lpad(to_hex($1), 12, '0'))::uuid`.replace('$1', '$$1'),
    ),
    [test.siteId, article],
  );
  await test.sql('VACUUM ANALYZE comments');
}, 180_000);
afterAll(() => test.close());

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const microsOf = (n: number): string => `${(Date.parse('2026-11-01') + n * 1000) * 1000}`;
const LAST = ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', PAGE];
const FIRST = ['0', '00000000-0000-0000-0000-000000000000', PAGE];
/** Behind the comment `n`, as a cursor is. */
const behind = (n: number): unknown[] => [microsOf(n), idOf(n), PAGE];
const ofArticle = (...rest: unknown[]): unknown[] => [test.siteId, article, ...rest];

/** That a statement goes by indexes and reads no more rows than so many. */
async function expectWithin(rows: number, statement: Statement, values: unknown[]): Promise<void> {
  const { fullScans, rowsRead } = await execute(test, statement, values);
  expect(fullScans).toEqual([]);
  expect(rowsRead).toBeLessThanOrEqual(rows);
  // One that finds nothing would be cheap as well.
  expect(rowsRead).toBeGreaterThan(0);
}

describe(`under one article with ${COMMENTS.toLocaleString('en')} comments`, () => {
  it.each<[string, Statement, () => unknown[], number]>([
    ['the newest', threads.NEWEST, () => ofArticle(...LAST), PAGE],
    ['the newest, deep', threads.NEWEST, () => ofArticle(...behind(FIRST_TOP + 500)), PAGE],
    ['the oldest', threads.OLDEST, () => ofArticle(...FIRST), PAGE],
    ['the oldest, deep', threads.OLDEST, () => ofArticle(...behind(COMMENTS - 500)), PAGE],
    ['direct replies', threads.REPLIES, () => [test.siteId, idOf(1), ...FIRST], PAGE],
    ['later ones', threads.REPLIES, () => [test.siteId, idOf(1), ...behind(9000)], PAGE],
    ['whether a deep reply is shown', threads.SHOWN, () => [test.siteId, idOf(15_000)], 20],
    [
      'replies below a page, the long thread among it',
      threads.TREE,
      () => [test.siteId, [1, 50_001, 50_002].map(idOf), 3, 5, 20],
      200,
    ],
    [
      'how many there are below the longest thread',
      threads.TOTALS,
      () => [test.siteId, [idOf(1)], COUNTED_REPLIES],
      // Those that are counted, and for each of them a look for replies.
      2 * COUNTED_REPLIES,
    ],
    [
      'how many there are below a page of short ones',
      threads.TOTALS,
      () => [test.siteId, Array.from({ length: 25 }, (_, n) => idOf(50_000 + n)), COUNTED_REPLIES],
      200,
    ],
    ['the count', COUNTS, () => [[test.siteId], [article]], 1],
    [
      'locking the thread for a verdict on a reply',
      transitions.LOCK,
      () => [[test.siteId], [idOf(12_000)]],
      10,
    ],
    [
      'what a verdict on a reply changes',
      transitions.SHOWN,
      () => [[test.siteId], [idOf(LONG_THREAD)]],
      30,
    ],
  ])('%s: an index serves what is shown', async (_, statement, values, rows) => {
    await expectWithin(rows, statement, values());
  });

  it('counts replies right, up to as many as are counted', async () => {
    const totals = (n: number, limit: number) =>
      test.sql<{ total: number }>(threads.TOTALS.text, [test.siteId, [idOf(n)], limit]);
    expect(await totals(1, COUNTED_REPLIES)).toMatchObject([{ total: COUNTED_REPLIES }]);
    // Of the chains, what is below one that is held is not shown.
    const [exact] = await totals(1, COMMENTS);
    expect(exact?.total).toBeGreaterThan(LONG_THREAD * 0.8);
    expect(exact?.total).toBeLessThan(LONG_THREAD);
    expect(await totals(50_001, COUNTED_REPLIES)).toMatchObject([{ total: 1 }]);
  });
});

/** Which comments have reactions, as SQL of the number `n` of a comment, and how many likes are among them. */
const SOME_LIKES = '1 + get_byte(uuid_send(comment_id), 15) % 9';
const LIKED: [what: string, where: string, likes: string][] = [
  ['none is liked and all are disliked', 'true', '0'],
  ['all are liked', 'true', SOME_LIKES],
  ['the newer half is liked', 'n > 70000', SOME_LIKES],
  ['replies alone are liked', `n < ${FIRST_TOP}`, SOME_LIKES],
  ['one in a hundred is liked', 'n % 100 = 0', SOME_LIKES],
];

describe.each(LIKED)('the best comments, where %s', (_, where, likes) => {
  beforeAll(async () => {
    await test.sql('TRUNCATE reaction_tallies');
    const numbered = '(SELECT *, substr(body, 9)::integer AS n FROM comments) AS comments';
    const ensureAll = reactions.ENSURE_TALLY.text
      .replace('site_id = $1 AND id = $2', `site_id = $1 AND (${where})`)
      .replace('FROM comments', `FROM ${numbered}`);
    await test.sql(ensureAll, [test.siteId]);
    await test.sql(`UPDATE reaction_tallies SET likes = ${likes}, dislikes = 2`);
    await test.sql('VACUUM ANALYZE reaction_tallies');
  }, 120_000);

  it.each<[string, () => unknown[]]>([
    ['first', () => [...LAST, 2]],
    ['deep among the liked', () => [...behind(80_000), 0.3]],
    ['first without likes', () => [...LAST, 0]],
    ['deep without likes', () => [...behind(60_000), 0]],
    ['last', () => [...behind(FIRST_TOP + 10), 0]],
  ])('need a bounded number of rows for the page that is %s', async (__, place) => {
    // A page of each kind, and the comments that are looked at for those without likes, twice: with their tallies.
    await expectWithin(3 * 2000 + 4 * PAGE, threads.BEST, ofArticle(...place()));
  });
});

describe('the index of the best', () => {
  beforeEach(() => test.sql('TRUNCATE reaction_tallies'));

  it('holds no replies', async () => {
    for (const n of [1, 2]) await test.sql(reactions.ENSURE_TALLY.text, [test.siteId, idOf(n)]);
    const rows = await test.sql(
      'SELECT comment_id, article_id FROM reaction_tallies ORDER BY comment_id',
    );
    expect(rows).toEqual([
      { comment_id: idOf(1), article_id: article },
      { comment_id: idOf(2), article_id: null },
    ]);
  });

  it('loses those that an older version has put there, and gets them back for it', async () => {
    await test.sql(`
      INSERT INTO reaction_tallies (site_id, comment_id, article_id, created_at, likes)
      SELECT site_id, id, article_id, created_at, 1 FROM comments`);
    const migration = new LeaveRepliesOutOfBest1795424460000();
    const runner = { query: test.sql.bind(test) } as unknown as QueryRunner;
    const counted = async () => {
      const [row] = await test.sql<{ of_article: number; all: number }>(`
        SELECT count(article_id)::integer AS of_article, count(*)::integer AS all
        FROM reaction_tallies`);
      return row;
    };
    await migration.up(runner);
    expect(await counted()).toEqual({ of_article: COMMENTS - FIRST_TOP + 2, all: COMMENTS });
    await migration.down(runner);
    expect(await counted()).toEqual({ of_article: COMMENTS, all: COMMENTS });
    await migration.up(runner);
  });
});
