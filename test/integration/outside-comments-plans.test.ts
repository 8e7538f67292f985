import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Statement } from '#database';
import * as sql from '../../libs/outside-comments/src/memory.sql.js';
import { execute } from '../harness/plan.js';
import { openTestSession, type TestSession } from '../harness/thread-builder.js';

const COMMENTS = 120_000;
/** Of one campaign, by one spammer, from one address, with one page, under one article, within the last hour. */
const CAMPAIGN = 20_000;

let test: TestSession;
beforeAll(async () => {
  test = await openTestSession();
  await test.sql(
    `INSERT INTO outside_comments (site_id, id, system, author_hash, address_hash, page_hash, article_hash,
        text_hash, sim_hash, bands, status, told, created_at)
      SELECT $1, gen_random_uuid(), 'akismet', hash(n % 5000), hash(n % 7000), hash(n % 900), hash(n % 3000),
        n, n * 7919::bigint, ARRAY[n % 65536, 65536 + n % 65521, 131072 + n % 65519, 196608 + n % 65497],
        'published', CASE WHEN n % 50 = 0 THEN 'spam' END, now() - (n * 20 || ' seconds')::interval
      FROM generate_series(1, ${COMMENTS}) AS n,
        LATERAL (SELECT) AS nothing`.replaceAll(
      /hash\(([^)]*)\)/g,
      `decode(lpad(to_hex($1), 32, '0'), 'hex')`,
    ),
    [test.siteId],
  );
  await test.sql(
    `INSERT INTO outside_comments (site_id, id, system, author_hash, address_hash, page_hash, article_hash,
        text_hash, sim_hash, bands, status, told, created_at)
      SELECT $1, gen_random_uuid(), 'akismet', '\\x01', '\\x02', '\\x03', '\\x04', 5, 5,
        '{5,65541,131077,196613}', 'held', CASE WHEN n % 10 = 0 THEN 'spam' END,
        now() - (n * 0.15 || ' seconds')::interval
      FROM generate_series(1, ${CAMPAIGN}) AS n`,
    [test.siteId],
  );
  await test.sql('VACUUM ANALYZE outside_comments');
});
afterAll(() => test.close());

const ID = '00000000-0000-7000-8000-000000000000';
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const plain = {
  who: bytes('00000000000000000000000000000007'),
  text: '7',
  bands: [7, 65543, 131079, 196615],
};
const busy = {
  ...{ author: bytes('01'), address: bytes('02'), page: bytes('03'), article: bytes('04') },
  ...{ text: '5', bands: [5, 65541, 131077, 196613] },
};

describe(`over ${(COMMENTS + CAMPAIGN).toLocaleString('en')} remembered comments, a bounded part is read`, () => {
  const texts = (author: Buffer, text: string, bands: number[]): unknown[] => [
    ...[test.siteId, ID, new Date(), author, text, 24, bands],
  ];
  const records = (...[author, address, page, article]: Buffer[]): unknown[] => [
    ...[test.siteId, ID, new Date(), author, address, page, article, 24, 300],
  ];
  const { who } = plain;
  const statements: [string, Statement, () => unknown[], most: number][] = [
    ['the texts', sql.TEXTS, () => texts(who, plain.text, plain.bands), 500],
    ['the texts of a campaign', sql.TEXTS, () => texts(busy.author, busy.text, busy.bands), 1500],
    ['the records', sql.RECORDS, () => records(who, who, who, who), 3000],
    [
      'the records of a flood',
      sql.RECORDS,
      () => records(busy.author, busy.address, busy.page, busy.article),
      3000,
    ],
    [
      'finding one of a campaign',
      sql.FIND,
      () => [test.siteId, '5', 'akismet', busy.author, busy.address, busy.article],
      1000,
    ],
    ['finding one by its id', sql.FIND_BY_ID, () => [test.siteId, ID], 1],
    ['settling', sql.SETTLE, () => [test.siteId, ID, 'held', null, null], 1],
    ['telling', sql.TELL, () => [test.siteId, ID, 'spam'], 1],
    ['forgetting, when nothing is old', sql.FORGET, () => [30], 1],
    ['forgetting what was told, when nothing is old', sql.FORGET_TOLD, () => [180], 1],
  ];

  it.each(statements)('for %s', async (_, statement, values, most) => {
    const { fullScans, rowsRead } = await execute(test, statement, values());
    expect(fullScans).toEqual([]);
    expect(rowsRead).toBeLessThanOrEqual(most);
  });
});
