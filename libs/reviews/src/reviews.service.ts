import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { DomainError, type QueueSizes, type ReviewItem, type ReviewPage } from '#contract';
import { Database, type Session, type Statement } from '#database';
import type { ItemRef } from './item-ref.js';
import { findItems } from './list/find-items.js';
import { readCursor, writeCursor } from './list/page-cursor.js';
import { readQueueSizes } from './list/queue-sizes.js';
import type { ReviewQuery } from './list/review-query.js';
import { presentItems } from './present/present-items.js';

const BY_ID: Statement = {
  name: 'reviews.by-id',
  text: `
    SELECT site_id, id FROM review_items
    WHERE site_id = ANY ($1::uuid[]) AND id = $2`,
};

/** The open item of a comment, else the latest. */
const BY_COMMENT: Statement = {
  name: 'reviews.by-comment',
  text: `
    SELECT site_id, id FROM review_items
    WHERE site_id = ANY ($1::uuid[]) AND comment_id = $2
    ORDER BY closed_at IS NULL DESC, id DESC
    LIMIT 1`,
};

interface RefRow {
  site_id: string;
  id: string;
}

/** The moderators' queues: what waits, in which order, and everything that a card shows. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A page of a queue. @throws DomainError VALIDATION_FAILED when the cursor is none of this queue. */
  list(query: ReviewQuery, cursor: string | null, limit: number): Promise<ReviewPage> {
    const after = cursor === null ? null : readCursor(query.queue, cursor);
    return this.database.connection(async (session) => {
      const { items, next } = await findItems(session, query, after, limit);
      const refs = items.map(({ siteId, id }) => ({ siteId, itemId: id }));
      return {
        items: await this.present(session, refs),
        next: next === null ? null : writeCursor(query.queue, next),
      };
    });
  }

  /** How much waits in each queue: exact up to 1,000. */
  queueSizes(siteIds: string[], moderatorId: string): Promise<QueueSizes> {
    return readQueueSizes(this.database, siteIds, moderatorId);
  }

  /** @throws DomainError REVIEW_ITEM_NOT_FOUND */
  async find(siteIds: string[], id: string): Promise<ReviewItem> {
    const item = await this.first(BY_ID, siteIds, id);
    if (item === null) {
      throw new DomainError('REVIEW_ITEM_NOT_FOUND', 'There is no such review item.');
    }
    return item;
  }

  /** The open item of a comment, else the latest closed one; `null` if it never needed a look. */
  findByComment(siteIds: string[], commentId: string): Promise<ReviewItem | null> {
    return this.first(BY_COMMENT, siteIds, commentId);
  }

  /** Items as cards show them, in the order asked for, read in a session of the caller's. */
  present(session: Session, refs: readonly ItemRef[]): Promise<ReviewItem[]> {
    const undo = { seconds: this.config.REVIEW_UNDO_SECONDS, now: new Date() };
    return presentItems(session, refs, undo);
  }

  private async first(
    statement: Statement,
    siteIds: string[],
    id: string,
  ): Promise<ReviewItem | null> {
    const [row] = await this.database.query<RefRow>(statement, [siteIds, id]);
    if (row === undefined) return null;
    const [item] = await this.database.connection((session) =>
      this.present(session, [{ siteId: row.site_id, itemId: row.id }]),
    );
    return item ?? null;
  }
}
