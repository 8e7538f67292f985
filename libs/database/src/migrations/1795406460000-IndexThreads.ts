import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The indexes of threads, made while comments go on being written: outside of a transaction. */
export class IndexThreads1795406460000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of INDEXES) {
      // One that could not be finished at an earlier try is there, but not valid.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${definition}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDEXES) await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }
}

const TOP = `parent_id IS NULL AND pinned_at IS NULL AND status = 'published'`;

const INDEXES: readonly [name: string, definition: string][] = [
  ['comments_top_by_time', `comments (site_id, article_id, created_at, id) WHERE ${TOP}`],
  [
    'comments_replies',
    `comments (site_id, parent_id, created_at, id) WHERE parent_id IS NOT NULL AND status = 'published'`,
  ],
  [
    'comments_pinned',
    `comments (site_id, article_id, pinned_at) WHERE pinned_at IS NOT NULL AND status = 'published'`,
  ],
  ['articles_by_url', 'articles (site_id, url) WHERE url IS NOT NULL'],
];
