import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#config';
import { DomainError, type ModeratorName, type UndoResult } from '#contract';
import { Database } from '#database';
import { ReviewBell } from '../stream/review-bell.js';
import { type MadeDecision, undoPart } from './undo-part.js';
import * as sql from './undo.sql.js';

/** Who takes a bulk of decisions back. */
export interface UndoCommand {
  by: ModeratorName;
  /** The sites where they work. */
  siteIds: string[];
  /** Those where they may take back what others have decided. */
  leadSiteIds: string[];
}

interface BatchRow {
  site_id: string;
  moderator_id: string;
  undone: boolean;
  over: boolean;
}

/** Decisions that one transaction takes back. */
const PART = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** Takes bulks of decisions back as a whole, as long as nobody has gone on from them. */
@Injectable()
export class UndoService {
  constructor(
    private readonly database: Database,
    private readonly bell: ReviewBell,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Brings everything back that others have not moved since: statuses, counts, items in their old
   * places, claimed by who took them back. Stopped in the middle, it can be called again.
   * @throws DomainError DECISION_NOT_FOUND, ROLE_REQUIRED, UNDO_OVER
   */
  async undo(command: UndoCommand, batchId: string): Promise<UndoResult> {
    const siteIds = await this.assertUndoable(command, batchId);
    const result: UndoResult = { restored: [], conflicts: [] };
    let last = FIRST_ID;
    for (;;) {
      const part = await this.database.query<MadeDecision>(sql.MADE, [
        siteIds,
        batchId,
        last,
        PART,
      ]);
      last = part.at(-1)?.id ?? last;
      if (part.length > 0) {
        const { restored, conflicts } = await this.undoSome(command, batchId, part);
        result.restored.push(...restored);
        result.conflicts.push(...conflicts);
      }
      if (part.length < PART) break;
    }
    await this.database.execute(sql.MARK_UNDONE, [siteIds, batchId, command.by.id]);
    this.bell.ring();
    return result;
  }

  private undoSome(
    { by }: UndoCommand,
    batchId: string,
    part: MadeDecision[],
  ): Promise<UndoResult> {
    const undo = { moderatorId: by.id, batchId, claimSeconds: this.config.REVIEW_CLAIM_SECONDS };
    return this.database.transaction((session) => undoPart(session, undo, part));
  }

  private async assertUndoable(command: UndoCommand, batchId: string): Promise<string[]> {
    const { by, siteIds, leadSiteIds } = command;
    const rows = await this.database.query<BatchRow>(sql.BATCH, [
      siteIds,
      batchId,
      this.config.REVIEW_UNDO_SECONDS,
    ]);
    if (rows.length === 0) {
      throw new DomainError('DECISION_NOT_FOUND', 'There is no such decision.');
    }
    if (!rows.every((row) => row.moderator_id === by.id || leadSiteIds.includes(row.site_id))) {
      throw new DomainError('ROLE_REQUIRED', 'Only leads take back what others have decided.');
    }
    if (rows.every(({ undone }) => undone)) {
      throw new DomainError('UNDO_OVER', 'The decision was taken back already.');
    }
    if (rows.some(({ over }) => over)) {
      const seconds = this.config.REVIEW_UNDO_SECONDS;
      const detail = `A decision can be taken back for ${seconds} seconds; make a new one instead.`;
      throw new DomainError('UNDO_OVER', detail);
    }
    return rows.map((row) => row.site_id);
  }
}
