import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SignOutListeners } from '#accounts';
import { CONFIG, type Config } from '#config';
import type { ClaimResult, ReviewKind } from '#contract';
import { Database, type Session } from '#database';
import type { ItemRef } from '../item-ref.js';
import { findItems } from '../list/find-items.js';
import type { ReviewQuery } from '../list/review-query.js';
import { ReviewBell } from '../stream/review-bell.js';
import { ReviewsService } from '../reviews.service.js';
import { claimNext, isAnyFree } from './claim-next.js';
import * as sql from './claims.sql.js';

/** What a moderator takes on: an open queue, narrowed down. */
export type ClaimQuery = ReviewQuery & {
  queue: ReviewKind;
  /** Ids of items that are left to others, as what was skipped. */
  except?: string[];
};

interface LiveClaim {
  site_id: string;
  id: string;
  until: string;
}

/** How long it is waited for what is just being written to, before each new try. */
const PAUSES_MS = [10, 30, 100, 200, 400];

/** Who works on what: leases that end by themselves. */
@Injectable()
export class ClaimsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsService,
    private readonly bell: ReviewBell,
    private readonly signOuts: SignOutListeners,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.signOuts.onSignOut((moderatorId) => this.release(moderatorId, null));
  }

  /** What the moderator has of the queue already, so that a reload resumes, and the next unclaimed items up to the limit. */
  async claim(query: ClaimQuery, limit: number): Promise<ClaimResult> {
    const seconds = this.config.REVIEW_CLAIM_SECONDS;
    const { own, next } = await this.database.connection(async (session) => {
      const live = await this.ownOf(session, query, limit);
      if (live.length > 0) await session.execute(sql.RENEW, [query.moderatorId, seconds]);
      return { own: live, next: await claimNext(session, query, limit - live.length, seconds) };
    });
    const wanted = next.length > 0 ? 0 : limit - own.length;
    const late = await this.claimHeldUp(query, wanted, seconds);
    const refs = [...own, ...next, ...late];
    const items = await this.database.connection((session) => this.reviews.present(session, refs));
    this.bell.ring();
    // What was the moderator's may have been decided by them since: the card would come back as if it waited.
    const open = items.filter(({ decision }) => decision === null);
    return { items: open, until: this.until(seconds) };
  }

  /**
   * What nobody has and a claim passed over all the same: it was just being written to, as when its
   * near-duplicates were looked for. Without this a queue would look empty until something happens.
   */
  private async claimHeldUp(query: ClaimQuery, limit: number, seconds: number): Promise<ItemRef[]> {
    if (limit === 0) return [];
    for (const pause of PAUSES_MS) {
      if (!(await isAnyFree(this.database, query))) return [];
      await setTimeout(pause);
      const claimed = await claimNext(this.database, query, limit, seconds);
      if (claimed.length > 0) return claimed;
    }
    return [];
  }

  /** Keeps all claims of the moderator for another lease. */
  async heartbeat(moderatorId: string): Promise<{ until: string }> {
    const seconds = this.config.REVIEW_CLAIM_SECONDS;
    await this.database.execute(sql.RENEW, [moderatorId, seconds]);
    return { until: this.until(seconds) };
  }

  /** Gives claims of the moderator back; all of them unless items are named. */
  async release(moderatorId: string, itemIds: string[] | null): Promise<void> {
    const live = await this.database.query<LiveClaim>(sql.LIVE, [moderatorId, itemIds]);
    if (live.length === 0) return;
    const released = await this.database.execute(sql.RELEASE, [moderatorId, itemIds]);
    if (released < live.length) {
      // Some were just being written to, as when they are put into a campaign.
      for (const { site_id: siteId, id, until } of live)
        await this.database.execute(sql.RELEASE_ONE, [moderatorId, siteId, id, until]);
    }
    this.bell.ring();
  }

  private async ownOf(session: Session, query: ClaimQuery, limit: number): Promise<ItemRef[]> {
    const mine: ReviewQuery = {
      ...query,
      queue: 'mine',
      filter: { ...query.filter, kind: query.queue },
    };
    const { items } = await findItems(session, mine, null, limit);
    return items.map(({ siteId, id }) => ({ siteId, itemId: id }));
  }

  private until(seconds: number): string {
    return new Date(Date.now() + seconds * 1000).toISOString();
  }
}
