import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote a version of a policy. All there are so far came with the site's secret key. */
export class AddPolicyAuthors1795438800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE policies ADD COLUMN written_by uuid REFERENCES moderators ON DELETE SET NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE policies DROP COLUMN written_by');
  }
}
