import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moderators work with beside the queue: canned reasons, notes, reports and appeals, and the trail of what they did. */
export class AddReviewTools1795399200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_events, comment_appeals, comment_reports, comment_notes, reject_reasons`);
    await runner.query('DROP FUNCTION refuse_change, wide_pairs');
  }
}

const STATEMENTS = [
  // Decisions name reasons for as long as there are decisions: a reason is archived, never deleted.
  `CREATE TABLE reject_reasons (
    site_id uuid NOT NULL REFERENCES sites,
    id uuid NOT NULL,
    position smallint NOT NULL CHECK (position BETWEEN 1 AND 9),
    title text NOT NULL,
    author_text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    archived_at timestamptz,
    PRIMARY KEY (site_id, id)
  )`,
  'CREATE INDEX reject_reasons_current ON reject_reasons (site_id, position) WHERE archived_at IS NULL',

  `CREATE TABLE comment_notes (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    -- The bulk of decisions that it came with; null for a note by itself.
    batch_id uuid,
    moderator_id uuid,
    text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id)
  )`,
  'CREATE INDEX comment_notes_by_comment ON comment_notes (site_id, comment_id, id)',

  `CREATE TABLE comment_reports (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    -- Who reported, blinded: equal for the same reader, useless without the site's signing key.
    reporter bytea NOT NULL,
    reason text NOT NULL,
    detail text,
    -- What it counts, from 0.1 to 1, as the reporter's record was then.
    weight real NOT NULL,
    -- What a moderator made of the comment; null while nobody has decided.
    outcome text CHECK (outcome IN ('right', 'wrong')),
    resolved_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, comment_id, reporter)
  )`,
  'CREATE INDEX comment_reports_by_reporter ON comment_reports (site_id, reporter, created_at)',

  `CREATE TABLE comment_appeals (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    revision integer NOT NULL,
    text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id),
    UNIQUE (site_id, comment_id, revision)
  )`,

  // What moderators and sites do to anything but a comment's status, which is in decisions.
  `CREATE TABLE audit_events (
    site_id uuid NOT NULL,
    id uuid NOT NULL,
    actor text NOT NULL,
    actor_id text,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id text NOT NULL,
    before jsonb,
    after jsonb,
    reason text,
    note text,
    policy_version integer,
    model_version text,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, id)
  )`,
  'CREATE INDEX audit_events_by_subject ON audit_events (site_id, subject_id, id)',
  'CREATE INDEX audit_events_by_actor ON audit_events (site_id, actor, id)',
  'CREATE INDEX audit_events_by_moderator ON audit_events (site_id, actor_id, id) WHERE actor_id IS NOT NULL',
  'CREATE INDEX audit_events_by_action ON audit_events (site_id, action, id)',
  // Kept by the database itself, so that no bug of ours can rewrite what happened.
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END $$`,
  `CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,

  'CREATE EXTENSION IF NOT EXISTS pg_trgm',
  /*
   * The pairs of neighboring letters beyond ASCII. Chinese has no blanks between words, and words of
   * two characters; trigrams know neither, and under the locale C no letter beyond ASCII at all.
   */
  `CREATE FUNCTION wide_pairs(body text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
      SELECT coalesce(array_agg(DISTINCT pair), '{}')
      FROM (
        SELECT letter || lead(letter) OVER (ORDER BY place) AS pair
        FROM unnest(string_to_array(lower(body), NULL)) WITH ORDINALITY AS letters (letter, place)
      ) AS pairs
      WHERE octet_length(pair) >= 4 AND pair !~ '[\\x01-\\x7f]'
    )`,
];
