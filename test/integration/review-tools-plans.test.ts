import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trailPage } from '../../libs/audit/src/audit.sql.js';
import { SUBJECT_EVENTS } from '../../libs/audit/src/subject-events.js';
import * as authors from '../../libs/authors/src/authors.sql.js';
import { SUMMARIES as AUTHORS } from '../../libs/authors/src/author-summaries.js';
import * as history from '../../libs/history/src/history.sql.js';
import * as reasons from '../../libs/reasons/src/reasons.sql.js';
import { APPEALS } from '../../libs/reports/src/appeals.js';
import { SUMMARIES as REPORTS } from '../../libs/reports/src/report-summaries.js';
import * as reports from '../../libs/reports/src/reports.sql.js';
import { REOPEN, RESOLVE } from '../../libs/reports/src/resolve-reports.js';
import { LATEST_NOTES } from '../../libs/reviews/src/present/read-latest-notes.js';
import { REJECTIONS } from '../../libs/reviews/src/present/read-rejections.js';
import type { CommentSearch } from '../../libs/search/src/comment-search.js';
import { lookUp, walk } from '../../libs/search/src/search.sql.js';
import { searchTerms } from '../../libs/search/src/search-terms.js';
import { LATEST } from '../../libs/trials/src/latest-trials.sql.js';
import type { Statement } from '#database';
import { execute } from '../harness/plan.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const COMMENTS = 100_000;
/** Tables that are large; sites, moderators and reasons are not. */
const LARGE = [
  'comments',
  'articles',
  'authors',
  'decisions',
  'audit_events',
  'comment_reports',
  'comment_notes',
  'comment_appeals',
  'comment_revisions',
  'decision_batches',
];

let test: TestSession;
let some: { id: string; author_id: string; article_id: string };
let moderator: string;
beforeAll(async () => {
  test = await openTestSession();
  moderator = uuidv7();
  await fill();
  const [row] = await test.sql<typeof some>(
    `SELECT * FROM comments WHERE status = 'rejected' ORDER BY id DESC OFFSET 50 LIMIT 1`,
  );
  if (row !== undefined) some = row;
}, 180_000);
afterAll(() => test.close());

/** A year of comments, 2% of them rejected and 1% held, with what moderators, readers and authors did. */
async function fill(): Promise<void> {
  const site = [test.siteId];
  await test.sql(
    `INSERT INTO articles (site_id, id, external_id, section)
      SELECT $1, gen_random_uuid(), 'article ' || n, 'news' FROM generate_series(1, 20000) AS n`,
    site,
  );
  await test.sql(
    `INSERT INTO authors (site_id, id, identity, vouched)
      SELECT $1, gen_random_uuid(), 'author ' || n, true FROM generate_series(1, 2000) AS n`,
    site,
  );
  await test.sql(
    `INSERT INTO comments (site_id, id, article_id, root_id, author_id, body, status, created_at)
      SELECT $1, id, articles.ids[1 + n % 20000], id, authors.ids[1 + n % 2000],
        CASE WHEN n % 5000 = 7 THEN 'A rare zebra, 預算.' ELSE 'A common comment, 評論, number ' || n END,
        (CASE WHEN n % 50 = 0 THEN 'rejected' WHEN n % 100 = 1 THEN 'held'
          WHEN n % 1000 = 2 THEN 'deleted' ELSE 'published' END)::comment_status,
        now() - (n * 300 || ' seconds')::interval
      FROM (
        SELECT uuidv7(make_interval(secs => -n * 300)) AS id, n FROM generate_series(1, ${COMMENTS}) AS n
      ) AS new,
        (SELECT array_agg(id) AS ids FROM articles) AS articles,
        (SELECT array_agg(id) AS ids FROM authors) AS authors`,
    site,
  );
  await test.sql(
    `INSERT INTO decisions (site_id, id, comment_id, revision, from_status, to_status, actor, actor_id, reason)
      SELECT site_id, id, id, 1, 'pending'::comment_status,
        CASE status WHEN 'deleted' THEN 'published' ELSE status END, 'check', NULL, 'CLEAN'
      FROM comments
      UNION ALL
      SELECT site_id, uuidv7(created_at - now()), id, 1, 'held', 'rejected', 'moderator', $1::text,
        'MODERATOR_REJECTED'
      FROM comments WHERE status = 'rejected'`,
    [moderator],
  );
  await test.sql(
    `INSERT INTO audit_events (site_id, id, actor, actor_id, action, subject_type, subject_id)
      SELECT $1, uuidv7(make_interval(secs => -n * 300)), 'moderator', gen_random_uuid()::text,
        CASE WHEN n % 1000 = 0 THEN 'author.banned' ELSE 'author.premoderated' END, 'author', authors.ids[1 + n % 2000]::text
      FROM generate_series(1, 50000) AS n, (SELECT array_agg(id) AS ids FROM authors) AS authors`,
    site,
  );
  await test.sql(`
    INSERT INTO comment_reports (site_id, id, comment_id, revision, reporter, reason, weight, outcome)
      SELECT site_id, gen_random_uuid(), id, 1, decode(md5((random() * 3000)::integer::text), 'hex'), 'spam', 1, 'right'
      FROM comments WHERE status <> 'deleted' LIMIT 50000`);
  await test.sql(`
    INSERT INTO comment_notes (site_id, id, comment_id, text)
      SELECT site_id, gen_random_uuid(), id, 'A note.' FROM comments LIMIT 30000`);
  await test.sql(`
    INSERT INTO comment_appeals (site_id, id, comment_id, revision, text)
      SELECT site_id, gen_random_uuid(), id, 1, 'An appeal.' FROM comments LIMIT 30000`);
  await test.sql(`
    INSERT INTO comment_revisions (site_id, comment_id, revision, body)
      SELECT site_id, id, 1, 'As it was.' FROM comments LIMIT 30000`);
  await test.sql(
    `INSERT INTO decision_batches (site_id, id, moderator_id, action)
      SELECT $1, gen_random_uuid(), gen_random_uuid(), 'reject' FROM generate_series(1, 30000)`,
    [test.siteId],
  );
  await test.sql('VACUUM ANALYZE');
}

/** Holds the statement to indexes that find little more than what it gives. */
async function expectFew(statement: Statement, values: unknown[], most: number): Promise<void> {
  const { fullScans, rowsRead } = await execute(test, statement, values);
  expect(fullScans.filter((table) => LARGE.includes(table))).toEqual([]);
  expect(rowsRead).toBeLessThanOrEqual(most);
}

describe(`over ${COMMENTS.toLocaleString('en')} comments, a page of the search reads`, () => {
  const STEPS = 2_000;
  const searches: [string, () => Omit<CommentSearch, 'siteIds'>, number][] = [
    ['all comments', () => ({}), 60],
    ['held ones', () => ({ status: 'held' }), 60],
    ['deleted ones', () => ({ status: 'deleted' }), 60],
    ['published ones', () => ({ status: 'published' }), 100],
    ['an author’s', () => ({ author: some.author_id }), 60],
    ['an author’s rejected ones', () => ({ author: some.author_id, status: 'rejected' }), 60],
    ['an article’s', () => ({ article: 'article 77' }), 60],
    ['those of a day', () => ({ before: new Date(Date.now() - 9e9) }), 60],
  ];

  it.each(searches)('little for %s', async (_, search, most) => {
    const all = { siteIds: [test.siteId, uuidv7()], ...search() };
    const { statement, values } = walk(all, [], null, { steps: 51, limit: 51 });
    await expectFew(statement, values, most);
    const behind = { at: '2026-11-01 00:00:00.123456+00', id: some.id };
    const next = walk(all, [], behind, { steps: 51, limit: 51 });
    await expectFew(next.statement, next.values, most);
  });

  it('no more than it walks for what is common', async () => {
    const all = { siteIds: [test.siteId] };
    for (const text of ['common', '評論', '"a common comment"', 'a', '論']) {
      const limits = { steps: STEPS, limit: 51 };
      const { statement, values } = walk(all, searchTerms(text), null, limits);
      await expectFew(statement, values, STEPS);
    }
  });

  it.each(['zebra', '預算', '"rare zebra"', 'rare zebra', '"zebra" 預算'])(
    'what an index finds for the rare %s',
    async (text) => {
      const all = { siteIds: [test.siteId] };
      const { statement, values } = lookUp(all, searchTerms(text), null, 51);
      await expectFew(statement, values, 100);
    },
  );
});

describe('a page of the trail reads little', () => {
  const filters = [
    ['of all', () => ({})],
    ['by checks', () => ({ actor: 'check' })],
    ['by moderators', () => ({ actor: 'moderator' })],
    ['by nobody', () => ({ actor: 'author' })],
    ['by one moderator', () => ({ moderator })],
    ['of rejections', () => ({ action: 'comment.rejected' })],
    ['of deletions, of which there are none', () => ({ action: 'comment.deleted' })],
    ['of bans', () => ({ action: 'author.banned' })],
    ['about a comment', () => ({ subject: some.id })],
    ['about an author', () => ({ subject: some.author_id })],
    [
      'of a day long ago',
      () => ({ from: new Date(Date.now() - 9e9), to: new Date(Date.now() - 8e9) }),
    ],
  ] as const;

  it.each(filters)('%s', async (_, filter) => {
    const { statement, values } = trailPage({ siteIds: [test.siteId], ...filter() }, null, 51);
    // A page of each kind of entry, and the verdict of every comment on it.
    await expectFew(statement, values, 300);
  });
});

describe('the latest comments that a policy is tried on', () => {
  const THROUGH = 2000;
  /** Of each its verdict, and one row each of comments, articles, authors and policies. */
  const ROWS = 5;

  it.each([
    ['of the whole site, are read one by one', '', 100 * ROWS + 50],
    ['of a section, too', 'news', 100 * ROWS + 50],
    ['of a section that nobody writes in, are looked for among so many', 'none', THROUGH * ROWS],
  ])('%s', async (_, section, most) => {
    await expectFew(LATEST, [test.siteId, section, THROUGH, 100], most);
  });
});

describe('an index serves', () => {
  const one = () => [[test.siteId], [some.id]];
  const statements: [string, Statement, () => unknown[]][] = [
    ['the summaries of authors', AUTHORS, () => [[test.siteId], [some.author_id]]],
    ['the site of an author', authors.SITE_OF, () => [[test.siteId], some.author_id]],
    ['an author’s totals', authors.TOTALS, () => [test.siteId, some.author_id]],
    ['what is held of an author', authors.HELD, () => [test.siteId, some.author_id, 100]],
    ['a comment', history.FIND, () => [[test.siteId], some.id]],
    ['its revisions', history.REVISIONS, () => [test.siteId, some.id]],
    ['its decisions', history.DECISIONS, () => [test.siteId, some.id]],
    ['its notes', history.NOTES, () => [test.siteId, some.id]],
    ['its reports', REPORTS, one],
    ['settling its reports', RESOLVE, () => [...one(), ['right']]],
    ['opening its reports again', REOPEN, one],
    ['its appeal', APPEALS, one],
    ['what its appeal is against', REJECTIONS, () => [...one(), [new Date()]]],
    ['its latest notes', LATEST_NOTES, one],
    [
      'when it was pinned',
      SUBJECT_EVENTS,
      () => [test.siteId, some.id, ['comment.pinned', 'comment.unpinned']],
    ],
    [
      'what is to be reported',
      reports.SUBJECT,
      () => [test.siteId, some.id, Buffer.from('x'), null],
    ],
    ['a reporter’s record', reports.RECORD, () => [test.siteId, Buffer.from('x')]],
    ['the weight of open reports', reports.OPEN, () => [test.siteId, some.id]],
    ['the reasons of a site', reasons.ALL, () => [test.siteId]],
  ];

  it.each(statements)('%s', async (_, statement, values) => {
    await expectFew(statement, values(), 300);
  });
});
