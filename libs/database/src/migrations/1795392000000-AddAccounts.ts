import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Moderators, what they may do, and how they prove who they are. A moderator may work for several
 * sites, so these tables do not begin with one; they are small. Of every token its SHA-256 is kept.
 */
export class AddAccounts1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE sign_in_failures, invitations, sessions, openid_identities, memberships, moderators`);
  }
}

const STATEMENTS = [
  `CREATE TABLE moderators (
    id uuid PRIMARY KEY,
    -- As it was typed; looked up without regard to case.
    email text NOT NULL,
    name text NOT NULL,
    locale text,
    -- Null: signs in by OpenID Connect alone.
    password_hash text,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz
  )`,
  'CREATE UNIQUE INDEX moderators_by_email ON moderators (lower(email))',

  `CREATE TABLE memberships (
    site_id uuid NOT NULL REFERENCES sites,
    moderator_id uuid NOT NULL REFERENCES moderators ON DELETE CASCADE,
    role text NOT NULL CHECK (role IN ('moderator', 'lead', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, moderator_id)
  )`,
  'CREATE INDEX memberships_by_moderator ON memberships (moderator_id)',

  `CREATE TABLE openid_identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    moderator_id uuid NOT NULL REFERENCES moderators ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject),
    -- An address that a provider has given to somebody else does not open the account of who had it before.
    UNIQUE (moderator_id, issuer)
  )`,

  `CREATE TABLE sessions (
    token_hash bytea PRIMARY KEY,
    id uuid NOT NULL,
    moderator_id uuid NOT NULL REFERENCES moderators ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  )`,
  'CREATE INDEX sessions_by_moderator ON sessions (moderator_id)',
  'CREATE INDEX sessions_by_expiry ON sessions (expires_at)',

  `CREATE TABLE invitations (
    id uuid PRIMARY KEY,
    token_hash bytea NOT NULL UNIQUE,
    site_id uuid NOT NULL REFERENCES sites,
    role text NOT NULL CHECK (role IN ('moderator', 'lead', 'admin')),
    -- Null: the site's first admin, who names one.
    email text,
    invited_by uuid REFERENCES moderators ON DELETE SET NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    -- Taken back, or replaced by a newer one.
    voided_at timestamptz,
    CHECK (email IS NOT NULL OR (role = 'admin' AND invited_by IS NULL))
  )`,
  `CREATE INDEX invitations_open ON invitations (site_id, id)
    WHERE used_at IS NULL AND voided_at IS NULL`,
  `CREATE INDEX invitations_open_by_email ON invitations (lower(email))
    WHERE used_at IS NULL AND voided_at IS NULL`,

  // Whom the attempts went for, or where they came from, as a hash; rows are forgotten after a day.
  `CREATE TABLE sign_in_failures (
    key bytea PRIMARY KEY,
    failures integer NOT NULL,
    locked_until timestamptz,
    last_failed_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX sign_in_failures_by_age ON sign_in_failures (last_failed_at)',
];
