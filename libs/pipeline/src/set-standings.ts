import type { SetStanding } from '#contract';
import type { Session, Statement } from '#database';
import type { ModerateJob } from '#queues';

/** What moderators had set about a comment's author when its checks were told of them. */
export interface SeenStanding {
  standing: SetStanding | null;
  suspendedUntil: Date | null;
}

interface StandingRow {
  id: string;
  standing: SetStanding | null;
  suspended_until: Date | null;
}

const STANDINGS: Statement = {
  name: 'pipeline.standings',
  text: `
    SELECT comment.id, author.standing, author.suspended_until
    FROM unnest($1::uuid[], $2::uuid[]) AS wanted (site_id, id)
    CROSS JOIN LATERAL (
      SELECT site_id, id, author_id FROM comments
      WHERE site_id = wanted.site_id AND id = wanted.id
      LIMIT 1
    ) AS comment
    CROSS JOIN LATERAL (
      SELECT standing, suspended_until FROM authors
      WHERE site_id = comment.site_id AND id = comment.author_id
      LIMIT 1
    ) AS author`,
};

/** What is set about the authors of comments at this moment, by the comments' ids; nothing of those that nobody signed. */
export async function readStandings(
  session: Session,
  jobs: readonly ModerateJob[],
): Promise<Map<string, SeenStanding>> {
  const rows = await session.query<StandingRow>(STANDINGS, [
    jobs.map(({ siteId }) => siteId),
    jobs.map(({ commentId }) => commentId),
  ]);
  return new Map(
    rows.map(({ id, standing, suspended_until: suspendedUntil }) => [
      id,
      { standing, suspendedUntil },
    ]),
  );
}

/** Whether both come to the same; somebody of whom nothing is known has nothing set. */
export function isSameStanding(one: SeenStanding | undefined, other: SeenStanding): boolean {
  const { standing, suspendedUntil } = one ?? { standing: null, suspendedUntil: null };
  return (
    standing === other.standing && suspendedUntil?.getTime() === other.suspendedUntil?.getTime()
  );
}
