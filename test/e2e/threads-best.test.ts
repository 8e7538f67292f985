import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ThreadPage } from '#contract';
import { startService, type TestService } from '../harness/service.js';
import { Client } from './support/client.js';
import { Rows } from './support/rows.js';

const COMMENTS = 4600;
/** The newest of them, more than twice as many as are looked at for a page of those that nobody has liked. */
const LIKED = 4350;
const PAGE = 100;

let service: TestService;
let client: Client;
let rows: Rows;
beforeAll(async () => {
  service = await startService({ worker: false });
  client = new Client(service);
  rows = await Rows.open(service.database.url);
  await rows.query(`
    WITH article AS (
      INSERT INTO articles (site_id, id, external_id, published_count)
      SELECT id, gen_random_uuid(), 'long', ${COMMENTS} FROM sites
      RETURNING site_id, id
    ), made AS (
      INSERT INTO comments (site_id, id, article_id, root_id, body, status, created_at)
      SELECT site_id, new.id, article.id, new.id, 'Comment ' || n, 'published',
        timestamptz '2026-11-01' + n * interval '1 second'
      FROM article, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${COMMENTS}) AS n) AS new
      RETURNING site_id, id, article_id, created_at, substr(body, 9)::integer AS n
    )
    INSERT INTO reaction_tallies (site_id, comment_id, article_id, created_at, likes, dislikes)
    SELECT site_id, id, article_id, created_at,
      CASE WHEN n > ${COMMENTS - LIKED} THEN 1 + n % 7 ELSE 0 END, n % 3
    FROM made WHERE n % 10 > 0 OR n > ${COMMENTS - LIKED}`);
});
afterAll(async () => {
  await rows.close();
  await service.stop();
});

async function pages(): Promise<ThreadPage[]> {
  const read: ThreadPage[] = [];
  const url = `/v1/articles/long/comments?sort=best&limit=${PAGE}&depth=0`;
  for (let next: string | null | undefined; next !== null; next = read.at(-1)?.next) {
    const response = await client.get(next === undefined ? url : `${url}&cursor=${next}`);
    expect(response.statusCode, response.body).toBe(200);
    read.push(response.json());
  }
  return read;
}

describe('the best of many comments', () => {
  it('come each once, behind the last page of liked ones also those far behind it in time', async () => {
    const read = await pages();
    const expected = await rows.query<{ id: string }>(`
      SELECT comments.id FROM comments
      LEFT JOIN reaction_tallies AS tally ON tally.comment_id = comments.id
      ORDER BY coalesce(score, 0) DESC, comments.created_at DESC`);
    const ids = read.flatMap(({ comments }) => comments.map(({ id }) => id));
    expect(ids).toEqual(expected.map(({ id }) => id));
    // For two pages all that was looked at is liked.
    const sizes = read.map(({ comments }) => comments.length);
    expect(sizes).toEqual([...Array.from({ length: 43 }, () => PAGE), 50, 0, PAGE, PAGE, 50]);
  });
});
