import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the search over all comments and the audit trail look up. Built while the service goes on writing. */
export class IndexCommentTexts1795399260000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES)) {
      // One that an interrupted run has left is invalid, and in the way.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON ${on}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    }
  }
}

/** Not while it waits for its verdict: so the intake need not write them, and the verdict writes them once. */
const CHECKED = `status <> 'pending'`;

const INDEXES = {
  // With a list of pending entries: what is written for every comment must be cheap, what is searched now and then need not.
  comments_by_words: `comments USING gin (to_tsvector('simple', body)) WHERE ${CHECKED}`,
  comments_by_trigrams: `comments USING gin (body gin_trgm_ops) WHERE ${CHECKED}`,
  comments_by_pairs: `comments USING gin (wide_pairs(body))
    WHERE ${CHECKED} AND body ~ '[^\\x01-\\x7f]{2}'`,
  // Most comments are published and few are anything else for long.
  comments_by_status: `comments (site_id, status, id) WHERE status IN ('held', 'rejected', 'deleted')`,
  // Most decisions are the checks', and most of those publish.
  decisions_by_actor: `decisions (site_id, actor, id) WHERE actor <> 'check'`,
  decisions_by_moderator: 'decisions (site_id, actor_id, id) WHERE actor_id IS NOT NULL',
  decisions_by_outcome: `decisions (site_id, to_status, id) WHERE to_status <> 'published'`,
};
