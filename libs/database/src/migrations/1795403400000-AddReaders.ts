import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a site signs its readers in, what it says of them, and how fast each may write. */
export class AddReaders1795403400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limits, site_identity_secrets, site_identities');
    await runner.query('ALTER TABLE authors DROP COLUMN badge');
  }
}

const STATEMENTS = [
  // Without a check of its values: a table that grows would be read through for it.
  'ALTER TABLE authors ADD COLUMN badge text',

  `CREATE TABLE site_identities (
    site_id uuid PRIMARY KEY REFERENCES sites,
    issuer text,
    -- Null: the site's id and its public keys.
    audience text,
    jwks_url text,
    changed_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE site_identity_secrets (
    site_id uuid NOT NULL REFERENCES site_identities ON DELETE CASCADE,
    -- What a token names as its kid.
    id text NOT NULL,
    secret bytea NOT NULL CHECK (length(secret) >= 32),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id)
  )`,

  // Worth nothing after a crash, and written for every post: not in the log that crashes are mended from.
  `CREATE UNLOGGED TABLE rate_limits (
    key bytea PRIMARY KEY,
    -- When the bucket is full again: all that a token bucket needs to remember.
    full_at timestamptz NOT NULL
  ) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
];
