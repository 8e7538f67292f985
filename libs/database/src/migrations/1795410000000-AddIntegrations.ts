import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems' clients: the keys that they come with, the secrets that Coral signs with, and what people tell of texts. */
export class AddIntegrations1795410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE feedback, coral_secrets, integration_keys');
  }
}

const STATEMENTS = [
  `CREATE TABLE integration_keys (
    id uuid PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites,
    -- What its makers call it.
    name text NOT NULL,
    key_hash bytea NOT NULL UNIQUE,
    -- Its last four characters, to tell one from another.
    hint text NOT NULL,
    created_by uuid REFERENCES moderators,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz
  )`,
  'CREATE INDEX integration_keys_by_site ON integration_keys (site_id, id) WHERE revoked_at IS NULL',

  // In the clear, since it is needed to compute the signature and not to compare with one.
  `CREATE TABLE coral_secrets (
    id uuid PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites,
    secret text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (site_id, secret)
  )`,

  // What somebody says of a text that a check has scored. Append-only: of the same text the latest counts.
  `CREATE TABLE feedback (
    id uuid PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites,
    source text NOT NULL CHECK (source IN ('perspective', 'akismet')),
    label text NOT NULL,
    -- How far the label applies, as a person sees it.
    value real NOT NULL CHECK (value BETWEEN 0 AND 1),
    -- What the checks said when the feedback came, and the version of whatever said it.
    score real CHECK (score BETWEEN 0 AND 1),
    scorer_version text,
    language text,
    text_hash bigint NOT NULL,
    -- NULL where the client asked that the text be not stored.
    body text,
    CHECK ((score IS NULL) = (scorer_version IS NULL))
  )`,
  'CREATE INDEX feedback_by_label ON feedback (site_id, label, id)',
];
