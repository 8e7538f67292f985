import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is remembered of comments that other systems keep, and how often each of their keys was used. */
export class AddOutsideComments1795413600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE integration_usage, outside_comments');
  }
}

const STATEMENTS = [
  // No text and no name: by hashes under the site's key, equals are told from others. A comment is
  // written before it is judged, so that those of a burst see each other; room is left on the pages for
  // the verdict to go beside it.
  `CREATE TABLE outside_comments (
    site_id uuid NOT NULL REFERENCES sites,
    id uuid NOT NULL,
    system text NOT NULL CHECK (system IN ('akismet', 'coral')),
    author_hash bytea,
    address_hash bytea,
    -- Of the author's own page.
    page_hash bytea,
    article_hash bytea,
    text_hash bigint NOT NULL,
    sim_hash bigint,
    bands integer[],
    -- NULL while it is being judged.
    status text CHECK (status IN ('published', 'held', 'rejected')),
    spam_score real CHECK (spam_score BETWEEN 0 AND 1),
    scorer_version text,
    -- What the people of the other system say it is.
    told text CHECK (told IN ('spam', 'ham')),
    -- When it was written, as the other system has it.
    created_at timestamptz NOT NULL,
    PRIMARY KEY (site_id, id),
    CHECK ((spam_score IS NULL) = (scorer_version IS NULL))
  ) WITH (fillfactor = 85)`,
  `CREATE INDEX outside_comments_by_author ON outside_comments (site_id, author_hash, created_at)
    WHERE author_hash IS NOT NULL`,
  `CREATE INDEX outside_comments_by_address ON outside_comments (site_id, address_hash, created_at)
    WHERE address_hash IS NOT NULL`,
  `CREATE INDEX outside_comments_by_page ON outside_comments (site_id, page_hash, created_at)
    WHERE page_hash IS NOT NULL`,
  `CREATE INDEX outside_comments_by_article ON outside_comments (site_id, article_hash, created_at)
    WHERE article_hash IS NOT NULL`,
  'CREATE INDEX outside_comments_by_text ON outside_comments (site_id, text_hash, created_at)',
  // Each piece of the SimHash by itself: an index of all at once (GIN) knows no site and no time, and would
  // bring back a whole campaign for each of its comments.
  ...[1, 2, 3, 4].flatMap((band) => [
    `CREATE INDEX outside_comments_by_band_${band} ON outside_comments (site_id, (bands[${band}]), created_at)
      WHERE bands IS NOT NULL`,
    `CREATE INDEX outside_comments_told_band_${band} ON outside_comments (site_id, (bands[${band}]), created_at)
      WHERE bands IS NOT NULL AND told IS NOT NULL`,
  ]),
  `CREATE INDEX outside_comments_told_texts ON outside_comments (site_id, text_hash, created_at)
    WHERE told IS NOT NULL`,
  'CREATE INDEX outside_comments_untold_by_age ON outside_comments (created_at) WHERE told IS NULL',
  'CREATE INDEX outside_comments_told_by_age ON outside_comments (created_at) WHERE told IS NOT NULL',

  // Counted once a second by each process, and not read off the comments: those are forgotten.
  `CREATE TABLE integration_usage (
    key_id uuid NOT NULL REFERENCES integration_keys ON DELETE CASCADE,
    -- Its first day, in UTC.
    month date NOT NULL,
    checks bigint NOT NULL,
    PRIMARY KEY (key_id, month)
  )`,
];
