import { Injectable } from '@nestjs/common';
import { type AuditEvent, AuditTrail } from '#audit';
import { OutboxBell } from '#comments';
import { DomainError, type Placement } from '#contract';
import { Database, type Session, type Statement } from '#database';

/** Which comment is set off, and by whom. */
export interface Placed {
  siteId: string;
  commentId: string;
  /** A moderator's id; `null` for the site itself. */
  by: string | null;
}

interface PlacedRow extends Placement {
  was_pinned: boolean;
  was_featured: boolean;
}

/** `$3` and `$4`: true, false, or null for "as it is". What it was is read under the lock, so that the trail names each change once. */
const PLACE: Statement = {
  name: 'placement.place',
  text: `
    WITH before AS (
      SELECT site_id, id, pinned_at IS NOT NULL AS pinned, featured_at IS NOT NULL AS featured
      FROM comments
      WHERE site_id = $1 AND id = $2 AND status <> 'deleted'
        AND (parent_id IS NULL OR $3::boolean IS NOT TRUE)
      FOR NO KEY UPDATE
    ),
    placed AS (
      UPDATE comments AS comment
      SET pinned_at = CASE WHEN $3::boolean THEN coalesce(pinned_at, now()) WHEN NOT $3 THEN NULL ELSE pinned_at END,
        featured_at = CASE WHEN $4::boolean THEN coalesce(featured_at, now()) WHEN NOT $4 THEN NULL ELSE featured_at END
      FROM before
      WHERE comment.site_id = before.site_id AND comment.id = before.id
      RETURNING comment.site_id, comment.id, pinned_at IS NOT NULL AS pinned,
        featured_at IS NOT NULL AS featured, before.pinned AS was_pinned,
        before.featured AS was_featured
    ),
    marked AS (
      INSERT INTO outbox (topic, site_id, comment_id, revision)
      SELECT 'changed', site_id, id, 0 FROM placed
    )
    SELECT pinned, featured, was_pinned, was_featured FROM placed`,
};

const IS_REPLY: Statement = {
  name: 'placement.is-reply',
  text: `
    SELECT 1 AS found FROM comments
    WHERE site_id = $1 AND id = $2 AND status <> 'deleted' AND parent_id IS NOT NULL`,
};

/** Pinned and featured comments. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly database: Database,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * Changes what is given and leaves the rest; gives how it is now.
   * @throws DomainError COMMENT_NOT_FOUND; VALIDATION_FAILED for a reply that is to be pinned.
   */
  async place(which: Placed, change: Partial<Placement>): Promise<Placement> {
    const { siteId, commentId } = which;
    const values = [siteId, commentId, change.pinned ?? null, change.featured ?? null];
    const { pinned, featured } = await this.database.transaction(async (session) => {
      const [placed] = await session.query<PlacedRow>(PLACE, values);
      if (placed === undefined) throw await refusal(session, which);
      await AuditTrail.record(session, eventsOf(which, placed));
      return placed;
    });
    this.bell.ring();
    return { pinned, featured };
  }
}

/** One for each of the two that is not as it was. */
function eventsOf({ siteId, commentId, by }: Placed, row: PlacedRow): AuditEvent[] {
  const actor = by === null ? 'site' : 'moderator';
  const event = (name: 'pinned' | 'featured', was: boolean): AuditEvent => ({
    ...{ siteId, actor, actorId: by, action: `comment.${row[name] ? '' : 'un'}${name}` },
    subject: { type: 'comment', id: commentId },
    ...{ before: { [name]: was }, after: { [name]: row[name] } },
  });
  return [
    ...(row.pinned === row.was_pinned ? [] : [event('pinned', row.was_pinned)]),
    ...(row.featured === row.was_featured ? [] : [event('featured', row.was_featured)]),
  ];
}

async function refusal(session: Session, { siteId, commentId }: Placed): Promise<DomainError> {
  const [reply] = await session.query(IS_REPLY, [siteId, commentId]);
  if (reply === undefined) return new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
  const message = 'must be false for a reply: only top comments can be pinned';
  const errors = [{ field: 'pinned', rule: 'isTopComment', message }];
  return new DomainError('VALIDATION_FAILED', `pinned ${message}.`, errors);
}
