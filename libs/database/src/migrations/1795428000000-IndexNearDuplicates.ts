import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Near-duplicates that are of a campaign and those that stand alone, apart: the members of a large
 * campaign must not be read through to find who is to join it. Built while the service goes on writing.
 */
export class IndexNearDuplicates1795428000000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await replace(runner, APART, TOGETHER);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replace(runner, TOGETHER, APART);
  }
}

const OPEN = 'WHERE closed_at IS NULL';
/** Few pending entries: each search reads through them. */
const BANDS = 'USING gin (bands) WITH (gin_pending_list_limit = 256)';

const TOGETHER = {
  review_items_by_bands: `${BANDS} ${OPEN} AND bands IS NOT NULL`,
  review_items_by_text: `(site_id, text_hash) ${OPEN} AND text_hash IS NOT NULL`,
};

const APART = {
  review_items_alone_by_bands: `${BANDS} ${OPEN} AND bands IS NOT NULL AND campaign_id IS NULL`,
  review_items_joined_by_bands: `${BANDS}
    ${OPEN} AND bands IS NOT NULL AND campaign_id IS NOT NULL`,
  review_items_by_equal_text: `(site_id, text_hash, campaign_id)
    ${OPEN} AND text_hash IS NOT NULL`,
};

/** The old ones go last: lookups have an index all the time. */
async function replace(
  runner: QueryRunner,
  made: Record<string, string>,
  dropped: Record<string, string>,
): Promise<void> {
  for (const [name, on] of Object.entries(made)) {
    // One that an interrupted run has left is invalid, and in the way.
    await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
    await runner.query(`CREATE INDEX CONCURRENTLY ${name} ON review_items ${on}`);
  }
  for (const name of Object.keys(dropped)) {
    await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  }
}
