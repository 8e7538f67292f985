import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How common words and pairs of letters are among the open items, so that the planner knows whether
 * an index finds little or much. It takes no such statistics from the indexes: they are partial.
 */
export class AddTextStatistics1795435200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, expression] of Object.entries(STATISTICS)) {
      await runner.query(`CREATE STATISTICS ${name} ON (${expression}) FROM review_items`);
    }
    // A table that has not grown is not analyzed by itself for long.
    await runner.query('ANALYZE review_items');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(STATISTICS)) await runner.query(`DROP STATISTICS ${name}`);
  }
}

const STATISTICS = {
  review_items_words: "to_tsvector('simple', search_text)",
  review_items_pairs: 'wide_pairs(search_text)',
};
