import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each list of review items is read by. Built while the service goes on writing. */
export class IndexReviews1795402800000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES)) {
      // One that an interrupted run has left is invalid, and in the way.
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
      await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON review_items ${on}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) {
      await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    }
  }
}

const OPEN = 'WHERE closed_at IS NULL';
/** One filter of a queue, in the queue's order. */
const filteredBy = (column: string): string =>
  `(site_id, kind, ${column}, due_at, id) ${OPEN} AND ${column} IS NOT NULL`;
/** Few pending entries: each search reads through them. */
const GIN = 'WITH (gin_pending_list_limit = 256)';

/** None of them has a column of a claim: then claiming changes no index, and the texts are not taken apart again. */
const INDEXES = {
  // With the time of opening, so that a filter by age is answered without the rows.
  review_items_queue: `(site_id, kind, due_at, id, opened_at) ${OPEN}`,
  review_items_by_article: filteredBy('article_id'),
  review_items_by_author: filteredBy('author_id'),
  review_items_by_section: filteredBy('section'),
  review_items_by_label: filteredBy('label'),
  review_items_by_reason: filteredBy('reason'),
  review_items_by_language: filteredBy('language'),
  review_items_by_score: `(site_id, kind, score) ${OPEN} AND score IS NOT NULL`,
  // With what is counted of a campaign, so that a large one is measured without its rows.
  review_items_by_campaign: `(site_id, campaign_id, due_at, id)
    INCLUDE (author_id, article_id, opened_at) ${OPEN} AND campaign_id IS NOT NULL`,
  review_items_by_words: `USING gin (to_tsvector('simple', search_text)) ${GIN} ${OPEN}`,
  review_items_by_trigrams: `USING gin (search_text gin_trgm_ops) ${GIN} ${OPEN}`,
  review_items_by_pairs: `USING gin (wide_pairs(search_text)) ${GIN}
    ${OPEN} AND search_text ~ '[^\\x01-\\x7f]{2}'`,
  review_items_by_bands: `USING gin (bands) ${GIN} ${OPEN} AND bands IS NOT NULL`,
  review_items_by_text: `(site_id, text_hash) ${OPEN} AND text_hash IS NOT NULL`,
  review_items_to_group: `(site_id, opened_at) ${OPEN} AND grouped_at IS NULL`,
  review_items_decided: '(site_id, closed_at DESC, id DESC) WHERE action IS NOT NULL',
  review_items_by_batch: '(site_id, batch_id) WHERE batch_id IS NOT NULL',
  review_items_by_comment: '(site_id, comment_id, id)',
};
