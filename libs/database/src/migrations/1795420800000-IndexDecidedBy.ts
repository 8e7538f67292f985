import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one moderator has decided, the latest first. Built while the service goes on writing. */
export class IndexDecidedBy1795420800000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // One that an interrupted run has left is invalid, and in the way.
    await this.down(runner);
    await runner.query(`
      CREATE INDEX CONCURRENTLY review_items_decided_by
      ON review_items (site_id, decided_by, closed_at DESC, id DESC)
      WHERE action IS NOT NULL AND decided_by IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS review_items_decided_by');
  }
}
