import type { ReportReason, ReportSummary } from '#contract';
import type { Session, Statement } from '#database';
import type { CommentRef } from '#transitions';

/** Details that a summary quotes. */
const DETAILS = 5;

/** What was reported since the last decision: a decision resolves all that came before it. */
export const SUMMARIES: Statement = {
  name: 'reports.summaries',
  text: `
    SELECT report.comment_id, count(*)::integer AS count, sum(report.weight)::float8 AS weight,
      jsonb_agg(report.reason) AS reasons,
      (array_agg(report.detail ORDER BY report.id DESC) FILTER (WHERE report.detail IS NOT NULL))
        [1:${DETAILS}] AS details
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, comment_id)
    JOIN comment_reports AS report
      ON report.site_id = wanted.site_id AND report.comment_id = wanted.comment_id
    WHERE report.outcome IS NULL
    GROUP BY report.comment_id`,
};

interface SummaryRow {
  comment_id: string;
  count: number;
  weight: number;
  reasons: ReportReason[];
  details: string[] | null;
}

/** What readers said about comments since these were last decided, by the comments' ids; nothing for those that nobody reported. */
export async function summarizeReports(
  session: Session,
  comments: readonly CommentRef[],
): Promise<Map<string, ReportSummary>> {
  if (comments.length === 0) return new Map();
  const rows = await session.query<SummaryRow>(SUMMARIES, [
    comments.map(({ siteId }) => siteId),
    comments.map(({ commentId }) => commentId),
  ]);
  return new Map(rows.map((row) => [row.comment_id, summaryOf(row)]));
}

function summaryOf({ count, weight, reasons, details }: SummaryRow): ReportSummary {
  const byReason: ReportSummary['reasons'] = {};
  for (const reason of reasons) byReason[reason] = (byReason[reason] ?? 0) + 1;
  // Weights are stored with seven digits; more would be noise.
  return {
    count,
    weight: Math.round(weight * 100) / 100,
    reasons: byReason,
    details: details ?? [],
  };
}
