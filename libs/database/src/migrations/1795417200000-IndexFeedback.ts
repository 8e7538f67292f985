import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was said last of a text, without reading all that was said under its label. */
export class IndexFeedback1795417200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX feedback_by_text ON feedback (site_id, label, text_hash, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX feedback_by_text');
  }
}
