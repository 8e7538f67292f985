import type { AuthorSummary, SetStanding } from '#contract';
import type { Session, Statement } from '#database';
import { standingOf } from '#moderation';

/** Names one author. */
export interface AuthorRef {
  siteId: string;
  authorId: string;
}

/** Authors with what became of their last 50 comments; those that are not known are not among the answers. */
export const SUMMARIES: Statement = {
  name: 'authors.summaries',
  text: `
    SELECT author.id, author.name, author.vouched, author.standing, author.suspended_until,
      author.first_seen_at, recent.published, recent.rejected
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    CROSS JOIN LATERAL (
      SELECT * FROM authors WHERE site_id = wanted.site_id AND id = wanted.id LIMIT 1
    ) AS author
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE status = 'published')::integer AS published,
        count(*) FILTER (WHERE status = 'rejected')::integer AS rejected
      FROM (
        SELECT status FROM comments
        WHERE site_id = wanted.site_id AND author_id = wanted.id AND status <> 'deleted'
        ORDER BY created_at DESC
        LIMIT 50
      ) AS last
    ) AS recent`,
};

interface SummaryRow {
  id: string;
  name: string | null;
  vouched: boolean;
  standing: SetStanding | null;
  suspended_until: Date | null;
  first_seen_at: Date;
  published: number;
  rejected: number;
}

/** The authors as a card shows them, by their ids; all with one statement. */
export async function summarizeAuthors(
  session: Session,
  authors: readonly AuthorRef[],
): Promise<Map<string, AuthorSummary>> {
  const distinct = [...new Map(authors.map((author) => [author.authorId, author])).values()];
  if (distinct.length === 0) return new Map();
  const rows = await session.query<SummaryRow>(SUMMARIES, [
    distinct.map(({ siteId }) => siteId),
    distinct.map(({ authorId }) => authorId),
  ]);
  const now = new Date();
  return new Map(rows.map((row) => [row.id, summaryOf(row, now)]));
}

function summaryOf(row: SummaryRow, now: Date): AuthorSummary {
  const { vouched, published, rejected, suspended_until: suspendedUntil } = row;
  const record = { override: row.standing, suspendedUntil, vouched, published, rejected };
  const standing = standingOf(record, now);
  return {
    id: row.id,
    name: row.name,
    vouched,
    standing,
    suspendedUntil: standing === 'suspended' ? (suspendedUntil?.toISOString() ?? null) : null,
    published,
    rejected,
    firstSeenAt: row.first_seen_at.toISOString(),
  };
}
