import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Reading: reactions with their tallies, pinned and featured comments, and the log of what was
 * announced. New columns have constant defaults, so that no table is rewritten; their indexes are
 * made by the next migration, while comments go on being written.
 */
export class AddThreads1795406400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE announcements, reactions, reaction_tallies');
    await runner.query('ALTER TABLE comments DROP COLUMN pinned_at, DROP COLUMN featured_at');
    await runner.query('DROP FUNCTION wilson_lower_bound');
  }
}

const STATEMENTS = [
  // The lower bound of the Wilson score interval for a share of likes, at 95 % (z = 1.96):
  // (p + z²/2n − z·sqrt((p(1−p) + z²/4n) / n)) / (1 + z²/n), with p = likes/n, multiplied out.
  // Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
  // Journal of the American Statistical Association 22, 209–212.
  `CREATE FUNCTION wilson_lower_bound(likes integer, dislikes integer) RETURNS real
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN likes <= 0 THEN 0 ELSE
      (likes + 1.9208 - 1.96 * sqrt(likes::float8 * dislikes / (likes + dislikes) + 0.9604))
        / (likes + dislikes + 3.8416)
    END`,

  `ALTER TABLE comments
    ADD COLUMN pinned_at timestamptz,
    ADD COLUMN featured_at timestamptz`,

  // Beside the comments and not in them: their rows have many indexes, all of which a like would touch.
  `CREATE TABLE reaction_tallies (
    site_id uuid NOT NULL,
    comment_id uuid NOT NULL,
    -- Of the comment, for the index.
    article_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    likes integer NOT NULL DEFAULT 0 CHECK (likes >= 0),
    dislikes integer NOT NULL DEFAULT 0 CHECK (dislikes >= 0),
    thanks integer NOT NULL DEFAULT 0 CHECK (thanks >= 0),
    funny integer NOT NULL DEFAULT 0 CHECK (funny >= 0),
    score real NOT NULL GENERATED ALWAYS AS (wilson_lower_bound(likes, dislikes)) STORED,
    PRIMARY KEY (site_id, comment_id),
    FOREIGN KEY (site_id, comment_id) REFERENCES comments
  ) WITH (fillfactor = 70)`,
  `CREATE INDEX reaction_tallies_by_score
    ON reaction_tallies (site_id, article_id, score, created_at, comment_id) WHERE score > 0`,

  `CREATE TABLE reactions (
    site_id uuid NOT NULL,
    comment_id uuid NOT NULL,
    -- A keyed hash of who the reader is.
    reader bytea NOT NULL,
    kind text NOT NULL CHECK (kind IN ('like', 'dislike', 'thanks', 'funny')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (site_id, comment_id, reader, kind),
    FOREIGN KEY (site_id, comment_id) REFERENCES comments
  )`,
  // The law that nobody likes and dislikes the same, kept by the database itself.
  `CREATE UNIQUE INDEX reactions_one_side ON reactions (site_id, comment_id, reader)
    WHERE kind IN ('like', 'dislike')`,

  // What was passed on to whoever listens, in the order of commits (relays take turns), for some minutes.
  `CREATE TABLE announcements (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id uuid NOT NULL,
    article text NOT NULL,
    comment_id uuid NOT NULL,
    parent_id uuid,
    -- As it was when it was announced; the article's count as well.
    shown boolean NOT NULL,
    count integer NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
  ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
  'CREATE INDEX announcements_by_article ON announcements (site_id, article, id)',
];
