import type { CommentStatus } from '#contract';
import { Database } from '#database';
import { lockComments, moveComments } from '#transitions';
import type { TestService } from '../../harness/service.js';

/** Moves a comment as a moderator's decision does. */
export async function decide(service: TestService, id: string, to: CommentStatus): Promise<void> {
  const database = service.app.get(Database, { strict: false });
  const [row] = await database.query<{ site_id: string }>(
    { name: 'test.site-of-comment', text: 'SELECT site_id FROM comments WHERE id = $1' },
    [id],
  );
  await database.transaction(async (session) => {
    const [comment] = await lockComments(session, [{ siteId: row!.site_id, commentId: id }]);
    await moveComments(session, [
      {
        comment: comment!,
        to,
        revision: comment!.revision,
        actor: 'moderator',
        actorId: null,
        reason: 'MODERATOR',
        details: {},
        findings: [],
        policyVersion: null,
        recheckAfter: null,
        rechecks: comment!.rechecks,
      },
    ]);
  });
}
