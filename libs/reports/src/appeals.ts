import type { Session, Statement } from '#database';
import type { CommentRef } from '#transitions';

/** What an author says against the rejection of their comment. */
export interface Appeal {
  text: string;
  /** ISO 8601. */
  at: string;
}

export const APPEALS: Statement = {
  name: 'reports.appeals',
  text: `
    SELECT DISTINCT ON (appeal.comment_id) appeal.comment_id, appeal.text, appeal.created_at
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, comment_id)
    JOIN comment_appeals AS appeal
      ON appeal.site_id = wanted.site_id AND appeal.comment_id = wanted.comment_id
    ORDER BY appeal.comment_id, appeal.id DESC`,
};

/** The latest appeals for comments, by the comments' ids. */
export async function readAppeals(
  session: Session,
  comments: readonly CommentRef[],
): Promise<Map<string, Appeal>> {
  if (comments.length === 0) return new Map();
  const rows = await session.query<{ comment_id: string; text: string; created_at: Date }>(
    APPEALS,
    [comments.map(({ siteId }) => siteId), comments.map(({ commentId }) => commentId)],
  );
  return new Map(
    rows.map((row) => [row.comment_id, { text: row.text, at: row.created_at.toISOString() }]),
  );
}
