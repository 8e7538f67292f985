import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words of open items as people see them. PostgreSQL's parser takes addresses, paths and mail
 * addresses for one word each, leaves out what stands in angle brackets, and takes typographic
 * quotation marks for letters under the locale C. Built while the service goes on writing.
 */
export class IndexPlainWords1795446000000 implements MigrationInterface {
  /** An index cannot be made CONCURRENTLY inside a transaction. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION plain_words(body text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
      RETURN to_tsvector('simple'::regconfig, regexp_replace(body, '[${SEPARATORS}]+', ' ', 'g'))`);
    await index(runner, 'review_items_by_plain_words', 'plain_words(search_text)');
    await describe(runner, 'review_items_plain_words', 'plain_words(search_text)');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS review_items_by_words');
    await runner.query('DROP STATISTICS IF EXISTS review_items_words');
    // A table that has not grown is not analyzed by itself for long.
    await runner.query('ANALYZE review_items');
  }

  async down(runner: QueryRunner): Promise<void> {
    await index(runner, 'review_items_by_words', PARSED);
    await describe(runner, 'review_items_words', `(${PARSED})`);
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS review_items_by_plain_words');
    await runner.query('DROP STATISTICS IF EXISTS review_items_plain_words');
    await runner.query('DROP FUNCTION plain_words');
  }
}

const PARSED = "to_tsvector('simple', search_text)";

/** ASCII but for letters and digits, and blocks of punctuation, signs and pictures that hold neither. */
const SEPARATORS = [
  ...['\\u0001-/', ':-@', '\\u005b-`', '{-\\u00a9', '\\u00ab-\\u00b1', '\\u00b4'],
  ...['\\u00b6-\\u00b8', '\\u00bb', '\\u00bf', '\\u00d7', '\\u00f7', '\\u2000-\\u206f'],
  ...['\\u20a0-\\u20cf', '\\u2190-\\u245f', '\\u2500-\\u2775', '\\u2794-\\u2bff'],
  ...['\\u3000-\\u3004', '\\u3008-\\u3020', '\\u3030', '\\u30fb', '\\ufe00-\\ufe1f'],
  ...['\\ufe30-\\ufe6f', '\\uff01-\\uff0f', '\\uff1a-\\uff20', '\\uff3b-\\uff40'],
  ...['\\uff5b-\\uff65', '\\U0001f18e-\\U0001faff'],
].join('');

/** Few pending entries: each search reads through them. */
async function index(runner: QueryRunner, name: string, words: string): Promise<void> {
  // One that an interrupted run has left is invalid, and in the way.
  await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`);
  await runner.query(`
    CREATE INDEX CONCURRENTLY ${name} ON review_items
    USING gin (${words}) WITH (gin_pending_list_limit = 256) WHERE closed_at IS NULL`);
}

async function describe(runner: QueryRunner, name: string, words: string): Promise<void> {
  await runner.query(`DROP STATISTICS IF EXISTS ${name}`);
  await runner.query(`CREATE STATISTICS ${name} ON (${words}) FROM review_items`);
}
