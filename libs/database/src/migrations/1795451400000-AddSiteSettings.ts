import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What admins need to set their site in the console, and to exchange its keys. */
export class AddSiteSettings1795451400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sites DROP COLUMN version, DROP COLUMN origins_set_at');
    await runner.query(`
      ALTER TABLE site_keys
        DROP COLUMN hint, DROP COLUMN created_by, DROP COLUMN revoked_by, DROP COLUMN last_used_at`);
  }
}

const UP = [
  `ALTER TABLE sites
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    -- When an admin set the origins; from then on those of the environment do not count.
    ADD COLUMN origins_set_at timestamptz`,
  `ALTER TABLE site_keys
    -- The last four characters of a secret key, which nobody can cut from a hash.
    ADD COLUMN hint text,
    ADD COLUMN created_by uuid REFERENCES moderators ON DELETE SET NULL,
    ADD COLUMN revoked_by uuid REFERENCES moderators ON DELETE SET NULL,
    ADD COLUMN last_used_at timestamptz`,
];
