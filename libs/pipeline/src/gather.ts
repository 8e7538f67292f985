import type { Session } from '#database';
import type { CheckContext } from '#moderation';
import { type PoliciesService, scopeKey, type VersionedPolicy } from '#policies';
import type { ModerateJob } from '#queues';
import type { CommentRow, Subject } from './comment-context.js';
import * as sql from './gather.sql.js';
import { contextsOf } from './read-contexts.js';
import type { SeenStanding } from './set-standings.js';

/** A comment with all that its checks look at. */
export interface Gathered {
  job: ModerateJob;
  policy: VersionedPolicy;
  context: CheckContext;
  /** How many comments are published under its article. */
  published: number;
  seen: SeenStanding;
}

/**
 * Reads the contexts of many comments with a handful of statements. Comments that no longer wait
 * for the job (edited, deleted, decided) are not among the answers.
 */
export async function gather(
  session: Session,
  policies: PoliciesService,
  jobs: ModerateJob[],
  now: Date,
): Promise<Gathered[]> {
  const subjects = await readSubjects(session, policies, jobs);
  const contexts = await contextsOf(session, subjects, now);
  const jobOf = new Map(jobs.map((job) => [job.commentId, job]));
  return subjects.flatMap(({ row, policy }) => {
    const [job, context] = [jobOf.get(row.id), contexts.get(row.id)];
    if (job === undefined || context === undefined) return [];
    const seen = { standing: row.standing, suspendedUntil: row.suspended_until };
    return [{ job, policy, context, published: row.published_count, seen }];
  });
}

async function readSubjects(
  session: Session,
  policies: PoliciesService,
  jobs: ModerateJob[],
): Promise<Subject[]> {
  const rows = await session.query<CommentRow>(sql.COMMENTS, [
    jobs.map(({ siteId }) => siteId),
    jobs.map(({ commentId }) => commentId),
    jobs.map(({ revision }) => revision),
    jobs.map(({ recheck }) => recheck),
  ]);
  if (rows.length === 0) return [];
  const scopes = rows.map(({ site_id: siteId, section }) => ({ siteId, section }));
  const resolved = await policies.resolve(scopes, session);
  return rows.map((row) => {
    const policy = resolved.get(scopeKey({ siteId: row.site_id, section: row.section }));
    if (policy === undefined) throw new Error('There is no policy for a comment.');
    return { row, policy };
  });
}
