import type { Session, Statement } from '#database';
import type { Verdict } from '#moderation';
import type { ModerateJob } from '#queues';
import type { LockedComment, Move, NewReview } from '#transitions';
import type { SeenStanding } from './set-standings.js';
import { FIRST_RECHECK_SECONDS, RECHECKS_UNTIL_HOLD } from './recheck.js';

/** A verdict that is not written yet. */
export interface Judged {
  job: ModerateJob;
  policyVersion: number;
  verdict: Verdict;
  seen: SeenStanding;
  /** What the moderators' queue is told, should the comment be held. */
  review: NewReview;
}

/** The move that a verdict makes; `null` when the comment no longer waits for it, or stays where it is. */
export function moveOf(
  { job, policyVersion, verdict, review }: Judged,
  comment: LockedComment | undefined,
): Move | null {
  if (comment === undefined || !waitsFor(job, comment)) return null;
  const exhausted = verdict.recheck && job.recheck >= RECHECKS_UNTIL_HOLD;
  const to = exhausted && verdict.status === 'published' ? 'held' : verdict.status;
  if (to === comment.status) return null;
  const recheck = to === 'published' && verdict.recheck;
  return {
    comment,
    to,
    revision: job.revision,
    actor: 'check',
    actorId: null,
    reason: exhausted ? 'CHECK_FAILED' : verdict.reason,
    details: verdict.details,
    findings: verdict.findings,
    policyVersion,
    recheckAfter: recheck ? FIRST_RECHECK_SECONDS : null,
    rechecks: job.recheck,
    review,
  };
}

function waitsFor(job: ModerateJob, comment: LockedComment): boolean {
  const expected = job.recheck === 0 ? 'pending' : 'published';
  return (
    comment.status === expected &&
    comment.revision === job.revision &&
    comment.rechecks === job.recheck
  );
}

const CLEARED: Statement = {
  name: 'pipeline.cleared',
  text: `
    UPDATE comments AS comment
    SET recheck_at = NULL
    FROM unnest($1::uuid[], $2::uuid[], $3::smallint[]) AS job (site_id, id, recheck)
    WHERE comment.site_id = job.site_id AND comment.id = job.id
      AND comment.rechecks = job.recheck AND comment.status = 'published'`,
};

/** Comments that passed their recheck need no other. */
export async function settleRechecks(session: Session, judged: Judged[]): Promise<void> {
  const passed = judged.filter(
    ({ job, verdict }) => job.recheck > 0 && verdict.status === 'published' && !verdict.recheck,
  );
  if (passed.length === 0) return;
  await session.execute(CLEARED, [
    passed.map(({ job }) => job.siteId),
    passed.map(({ job }) => job.commentId),
    passed.map(({ job }) => job.recheck),
  ]);
}
