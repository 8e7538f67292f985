import type { Session, Statement } from '#database';
import type { CommentRef } from '#transitions';

/** What a decision says about those who reported the comment. */
export interface ReportsResolution extends CommentRef {
  /** `right` when it was rejected, `wrong` when it was approved; `null` takes the latest resolution back. */
  outcome: 'right' | 'wrong' | null;
}

export const RESOLVE: Statement = {
  name: 'reports.resolve',
  text: `
    UPDATE comment_reports AS report
    SET outcome = decided.outcome, resolved_at = now()
    FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS decided (site_id, comment_id, outcome)
    WHERE report.site_id = decided.site_id AND report.comment_id = decided.comment_id
      AND report.outcome IS NULL`,
};

/** Only what the latest decision resolved: what earlier ones have said of other reports stays. */
export const REOPEN: Statement = {
  name: 'reports.reopen',
  text: `
    UPDATE comment_reports AS report
    SET outcome = NULL, resolved_at = NULL
    FROM unnest($1::uuid[], $2::uuid[]) AS undone (site_id, comment_id)
    CROSS JOIN LATERAL (
      SELECT max(resolved_at) AS at FROM comment_reports
      WHERE site_id = undone.site_id AND comment_id = undone.comment_id
    ) AS latest
    WHERE report.site_id = undone.site_id AND report.comment_id = undone.comment_id
      AND report.resolved_at = latest.at`,
};

/**
 * Settles the reports of decided comments, in the transaction of the decisions: reporters gain or
 * lose weight, and what comes afterwards counts anew. Where nobody reported, nothing changes.
 */
export async function resolveReports(
  session: Session,
  resolutions: readonly ReportsResolution[],
): Promise<void> {
  const settled = resolutions.filter(({ outcome }) => outcome !== null);
  const undone = resolutions.filter(({ outcome }) => outcome === null);
  if (settled.length > 0) {
    await session.execute(RESOLVE, [...columns(settled), settled.map(({ outcome }) => outcome)]);
  }
  if (undone.length > 0) await session.execute(REOPEN, columns(undone));
}

function columns(refs: readonly CommentRef[]): [string[], string[]] {
  return [refs.map(({ siteId }) => siteId), refs.map(({ commentId }) => commentId)];
}
