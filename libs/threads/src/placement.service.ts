import { Injectable } from '@nestjs/common';
import { OutboxBell } from '#comments';
import { DomainError } from '#contract';
import { Database, type Statement } from '#database';

/** How a newsroom sets a comment off. */
export interface Placement {
  /** Above all others of its article; top comments only. */
  pinned: boolean;
  /** With a mark. */
  featured: boolean;
}

/** `$3` and `$4`: true, false, or null for "as it is". */
const PLACE: Statement = {
  name: 'placement.place',
  text: `
    WITH placed AS (
      UPDATE comments
      SET pinned_at = CASE WHEN $3::boolean THEN coalesce(pinned_at, now()) WHEN NOT $3 THEN NULL ELSE pinned_at END,
        featured_at = CASE WHEN $4::boolean THEN coalesce(featured_at, now()) WHEN NOT $4 THEN NULL ELSE featured_at END
      WHERE site_id = $1 AND id = $2 AND status <> 'deleted'
        AND (parent_id IS NULL OR $3::boolean IS NOT TRUE)
      RETURNING site_id, id, pinned_at IS NOT NULL AS pinned, featured_at IS NOT NULL AS featured
    ),
    marked AS (
      INSERT INTO outbox (topic, site_id, comment_id, revision)
      SELECT 'changed', site_id, id, 0 FROM placed
    )
    SELECT pinned, featured FROM placed`,
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
  async place(siteId: string, id: string, change: Partial<Placement>): Promise<Placement> {
    const values = [siteId, id, change.pinned ?? null, change.featured ?? null];
    const [placed] = await this.database.query<Placement & object>(PLACE, values);
    if (placed === undefined) throw await this.refusal(siteId, id);
    this.bell.ring();
    return placed;
  }

  private async refusal(siteId: string, id: string): Promise<DomainError> {
    const [reply] = await this.database.query(IS_REPLY, [siteId, id]);
    if (reply === undefined) {
      return new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
    }
    const message = 'must be false for a reply: only top comments can be pinned';
    const errors = [{ field: 'pinned', rule: 'isTopComment', message }];
    return new DomainError('VALIDATION_FAILED', `pinned ${message}.`, errors);
  }
}
