import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { type DecideResult, DomainError } from '#contract';
import { Database } from '#database';
import { v7 as uuidv7 } from 'uuid';
import { ReviewBell } from '../stream/review-bell.js';
import type { DecideCommand, SeenItem } from './command.js';
import { decideComment, type SeenComment } from './decide-comment.js';
import { decidePart, type LocatedRow } from './decide-part.js';
import * as sql from './decide.sql.js';

type Part = Pick<DecideResult, 'decided' | 'conflicts'>;

/** Items that one transaction decides: enough to be quick, few enough to keep nobody waiting. */
const PART = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What moderators make of comments: each decided once, by one of them. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly bell: ReviewBell,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Decides items as one bulk. @throws DomainError REASON_REQUIRED, REASON_NOT_FOUND */
  async decide(command: DecideCommand, seen: SeenItem[]): Promise<DecideResult> {
    const batchId = uuidv7();
    return this.answer(batchId, await this.decideSome(command, batchId, seen));
  }

  /** Decides all of a campaign that is open and nobody else's, as one bulk. @throws as {@link decide} */
  async decideCampaign(command: DecideCommand, campaignId: string): Promise<DecideResult> {
    const batchId = uuidv7();
    const parts: Part[] = [];
    let last = FIRST_ID;
    for (;;) {
      const part = await this.database.query<SeenItem>(sql.CAMPAIGN_PART, [
        command.siteIds,
        campaignId,
        last,
        command.by.id,
        PART,
      ]);
      last = part.at(-1)?.id ?? last;
      if (part.length > 0) parts.push(await this.decideSome(command, batchId, part));
      if (part.length < PART) break;
    }
    const whole = {
      decided: parts.flatMap(({ decided }) => decided),
      conflicts: parts.flatMap(({ conflicts }) => conflicts),
    };
    return this.answer(batchId, whole);
  }

  /** Decides any comment, whether it waits for somebody or not. @throws DomainError COMMENT_NOT_FOUND, and as {@link decide} */
  async decideComment(command: DecideCommand, comment: SeenComment): Promise<DecideResult> {
    const batchId = uuidv7();
    const [row] = await this.database.query<{ site_id: string }>(sql.LOCATE_COMMENT, [
      command.siteIds,
      comment.id,
    ]);
    if (row === undefined) throw new DomainError('COMMENT_NOT_FOUND', 'There is no such comment.');
    await this.assertReason(command, [row.site_id]);
    const part = await this.database.transaction((session) =>
      decideComment(session, command, batchId, { ...comment, siteId: row.site_id }),
    );
    return this.answer(batchId, part);
  }

  private async decideSome(
    command: DecideCommand,
    batchId: string,
    seen: SeenItem[],
  ): Promise<Part> {
    const located = await this.database.query<LocatedRow>(sql.LOCATE, [
      command.siteIds,
      seen.map(({ id }) => id),
    ]);
    await this.assertReason(command, [...new Set(located.map((row) => row.site_id))]);
    return this.database.transaction((session) =>
      decidePart(session, command, batchId, { located, seen }),
    );
  }

  /** A rejection names a canned reason of the site, so that the author can be told. */
  private async assertReason(
    { action, reasonId }: DecideCommand,
    siteIds: string[],
  ): Promise<void> {
    if (action === 'approve') return;
    if (reasonId === null) {
      throw new DomainError(
        'REASON_REQUIRED',
        'Name one of the site’s reasons to reject a comment.',
      );
    }
    const rows = await this.database.query<{ site_id: string }>(sql.REASON_SITES, [
      siteIds,
      reasonId,
    ]);
    if (rows.length < siteIds.length) {
      throw new DomainError(
        'REASON_NOT_FOUND',
        'The reason is none of the site’s; comments of several sites are rejected site by site.',
      );
    }
  }

  private answer(batchId: string, { decided, conflicts }: Part): DecideResult {
    if (decided.length === 0) return { id: null, decided, conflicts, undoableUntil: null };
    this.bell.ring();
    const until = new Date(Date.now() + this.config.REVIEW_UNDO_SECONDS * 1000);
    return { id: batchId, decided, conflicts, undoableUntil: until.toISOString() };
  }
}
