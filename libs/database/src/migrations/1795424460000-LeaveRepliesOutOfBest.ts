import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Takes replies out of the index by which top comments are ordered as the best: however many of a long thread
 * are liked, nobody walks through them. Filled in batches, while readers go on reacting.
 */
export class LeaveRepliesOutOfBest1795424460000 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE reaction_tallies ALTER COLUMN article_id DROP NOT NULL');
    await inBatches(runner, 'NULL', 'comment.parent_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await inBatches(runner, 'comment.article_id', 'tally.article_id IS NULL');
    await runner.query('ALTER TABLE reaction_tallies ALTER COLUMN article_id SET NOT NULL');
  }
}

const BATCH = 10_000;

/** From one end of the key to the other, each batch committing by itself. */
async function inBatches(runner: QueryRunner, articleId: string, where: string): Promise<void> {
  const nobody = '00000000-0000-0000-0000-000000000000';
  let last: { site_id: string; comment_id: string } | undefined = {
    ...{ site_id: nobody, comment_id: nobody },
  };
  while (last !== undefined) {
    const place: string[] = [last.site_id, last.comment_id];
    const rows = (await runner.query(
      `WITH batch AS MATERIALIZED (
        SELECT site_id, comment_id FROM reaction_tallies
        WHERE (site_id, comment_id) > ($1::uuid, $2::uuid)
        ORDER BY site_id, comment_id LIMIT ${BATCH}
      ), changed AS (
        UPDATE reaction_tallies AS tally SET article_id = ${articleId}
        FROM batch
        JOIN comments AS comment ON comment.site_id = batch.site_id AND comment.id = batch.comment_id
        WHERE tally.site_id = batch.site_id AND tally.comment_id = batch.comment_id AND ${where}
      )
      SELECT site_id, comment_id FROM batch ORDER BY site_id DESC, comment_id DESC LIMIT 1`,
      place,
    )) as { site_id: string; comment_id: string }[];
    last = rows[0];
  }
}
