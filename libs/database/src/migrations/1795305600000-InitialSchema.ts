import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema. Every key begins with the site, so that tables can be distributed by site; ids
 * are UUIDv7, so that they can be partitioned by time.
 */
export class InitialSchema1795305600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outbox, review_items, decisions, comment_revisions, idempotency_keys, comments,
        authors, articles, policies, site_keys, sites`);
    await runner.query('DROP TYPE comment_status');
  }
}

const STATEMENTS = [
  `CREATE TABLE sites (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    origins text[] NOT NULL,
    -- Signs what readers are handed (author tokens) and blinds what is stored of them (addresses).
    signing_key bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,

  `CREATE TABLE site_keys (
    id uuid PRIMARY KEY,
    site_id uuid NOT NULL REFERENCES sites,
    public_key text UNIQUE,
    secret_hash bytea UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now(),
    revoked_at timestamptz,
    CHECK (num_nonnulls(public_key, secret_hash) = 1)
  )`,

  `CREATE TABLE policies (
    site_id uuid NOT NULL REFERENCES sites,
    version integer NOT NULL CHECK (version > 0),
    -- Empty: the whole site.
    section text NOT NULL,
    -- Null: the section goes back to the policy of the site.
    document jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, version)
  )`,
  'CREATE INDEX policies_current ON policies (site_id, section, version DESC)',

  // Room on each page, so that a changed count stays on its page and touches no index.
  `CREATE TABLE articles (
    site_id uuid NOT NULL REFERENCES sites,
    id uuid NOT NULL,
    external_id text NOT NULL,
    url text,
    title text,
    section text,
    closed_at timestamptz,
    published_count integer NOT NULL DEFAULT 0 CHECK (published_count >= 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, external_id)
  ) WITH (fillfactor = 70)`,

  `CREATE TABLE authors (
    site_id uuid NOT NULL REFERENCES sites,
    id uuid NOT NULL,
    identity text NOT NULL,
    -- Whether the site's own server said who the author is; anybody can type a name.
    vouched boolean NOT NULL,
    name text,
    email text,
    standing text CHECK (standing IN ('trusted', 'premoderated', 'suspended', 'banned')),
    suspended_until timestamptz,
    first_seen_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, identity, vouched)
  )`,

  `CREATE TYPE comment_status AS ENUM ('pending', 'published', 'held', 'rejected', 'deleted')`,

  `CREATE TABLE comments (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    parent_id uuid,
    -- The top comment of the thread; its own id for a top comment. Locking it locks the thread.
    root_id uuid NOT NULL,
    author_id uuid,
    author_name text,
    body text NOT NULL,
    status comment_status NOT NULL DEFAULT 'pending',
    revision integer NOT NULL DEFAULT 1,
    text_hash bigint,
    sim_hash bigint,
    bands integer[],
    address_hash bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz,
    -- When a pending comment is handed to the queue again, and how often it was.
    sweep_at timestamptz NOT NULL DEFAULT now(),
    sweeps smallint NOT NULL DEFAULT 0,
    -- When checks that could not run are run again, and how often they were.
    recheck_at timestamptz,
    rechecks smallint NOT NULL DEFAULT 0,
    PRIMARY KEY (site_id, id),
    FOREIGN KEY (site_id, article_id) REFERENCES articles,
    FOREIGN KEY (site_id, author_id) REFERENCES authors,
    FOREIGN KEY (site_id, parent_id) REFERENCES comments
  )`,
  'CREATE INDEX comments_by_parent ON comments (site_id, parent_id) WHERE parent_id IS NOT NULL',
  'CREATE INDEX comments_by_article ON comments (site_id, article_id, created_at)',
  'CREATE INDEX comments_by_author ON comments (site_id, author_id, created_at) WHERE author_id IS NOT NULL',
  'CREATE INDEX comments_by_address ON comments (site_id, address_hash, created_at) WHERE address_hash IS NOT NULL',
  'CREATE INDEX comments_by_text ON comments (site_id, text_hash, created_at) WHERE text_hash IS NOT NULL',
  // Looked up for every comment: a list of pending entries would be read through each time.
  'CREATE INDEX comments_by_bands ON comments USING gin (bands) WITH (fastupdate = off) WHERE bands IS NOT NULL',
  `CREATE INDEX comments_to_sweep ON comments (sweep_at) WHERE status = 'pending'`,
  'CREATE INDEX comments_to_recheck ON comments (recheck_at) WHERE recheck_at IS NOT NULL',

  `CREATE TABLE idempotency_keys (
    site_id uuid NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    comment_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, key)
  )`,
  'CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at)',

  // What a comment said before it was edited; the current text is in comments.
  `CREATE TABLE comment_revisions (
    site_id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    body text NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, comment_id, revision),
    FOREIGN KEY (site_id, comment_id) REFERENCES comments
  )`,

  `CREATE TABLE decisions (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    from_status comment_status NOT NULL,
    to_status comment_status NOT NULL,
    actor text NOT NULL,
    actor_id text,
    reason text NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    findings jsonb NOT NULL DEFAULT '[]',
    policy_version integer,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id)
  )`,
  'CREATE INDEX decisions_by_comment ON decisions (site_id, comment_id, id)',
  // The law that a revision gets one verdict, kept by the database itself.
  `CREATE UNIQUE INDEX decisions_one_verdict ON decisions (site_id, comment_id, revision)
    WHERE from_status = 'pending' AND to_status IN ('published', 'held', 'rejected')`,

  `CREATE TABLE review_items (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    reason text NOT NULL,
    opened_at timestamptz NOT NULL DEFAULT now(),
    closed_at timestamptz,
    PRIMARY KEY (site_id, id)
  )`,
  'CREATE UNIQUE INDEX review_items_open ON review_items (site_id, comment_id) WHERE closed_at IS NULL',

  `CREATE TABLE outbox (
    topic text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    site_id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    attempt smallint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, id)
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
];
