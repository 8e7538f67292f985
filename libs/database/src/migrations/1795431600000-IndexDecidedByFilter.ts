import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided of a label, of an article, of an author: the latest first. Built while the service goes on writing. */
export class IndexDecidedByFilter1795431600000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // One that an interrupted run has left is invalid, and in the way.
    await this.down(runner);
    for (const [name, column] of Object.entries(INDEXED)) {
      await runner.query(`
        CREATE INDEX CONCURRENTLY ${name}
        ON review_items (site_id, ${column}, closed_at DESC, id DESC)
        WHERE action IS NOT NULL AND ${column} IS NOT NULL`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXED)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    }
  }
}

const INDEXED = {
  review_items_decided_label: 'label',
  review_items_decided_article: 'article_id',
  review_items_decided_author: 'author_id',
};
