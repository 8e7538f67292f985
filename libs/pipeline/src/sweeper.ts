import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { forgetAnnouncements } from '#announcements';
import { CONFIG, type Config } from '#config';
import { Database } from '#database';
import { lockComments, type LockedComment, type Move, moveComments } from '#transitions';
import { Periodic } from '#periodic';
import { FIRST_RECHECK_SECONDS, LONGEST_RECHECK_SECONDS } from './recheck.js';
import { Relay } from './relay.js';
import * as sql from './sweeper.sql.js';

/** After so many sweeps, each twice as long after the last (about a day and a half in all), checking is given up. */
const SWEEPS_UNTIL_HOLD = 12;

/** Finds what was left behind, whatever the reason: the comments know it, even if the queue has lost everything. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sweeper.name);
  private readonly loop: Periodic;

  constructor(
    private readonly database: Database,
    private readonly relay: Relay,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.loop = new Periodic(
      () => this.sweep(),
      config.SWEEP_AFTER_MS / 2,
      (error) => this.logger.warn(`The sweep failed: ${error.message}`),
    );
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** Looks once for comments that wait too long, for rechecks that are due, and for keys that are too old. */
  async sweep(): Promise<void> {
    const pause = this.config.SWEEP_AFTER_MS;
    const [outbox] = await this.database.query<{ stuck: boolean }>(sql.STUCK, [pause]);
    if (outbox?.stuck === false) {
      const swept = await this.database.execute(sql.SWEEP, [pause, SWEEPS_UNTIL_HOLD]);
      const due = await this.database.execute(sql.RECHECK, [
        FIRST_RECHECK_SECONDS,
        LONGEST_RECHECK_SECONDS,
      ]);
      if (swept > 0) this.logger.log(`${swept} pending comments were handed in again.`);
      if (swept + due > 0) this.relay.wake();
    }
    await this.holdGivenUp();
    await this.database.execute(sql.FORGET_KEYS, [this.config.IDEMPOTENCY_HOURS]);
    await forgetAnnouncements(this.database);
  }

  /** A comment that no worker could check is a moderator's to judge: it is held, never lost. */
  private async holdGivenUp(): Promise<void> {
    const rows = await this.database.query<{ site_id: string; id: string }>(sql.GIVEN_UP, [
      SWEEPS_UNTIL_HOLD,
    ]);
    if (rows.length === 0) return;
    await this.database.transaction(async (session) => {
      const refs = rows.map(({ site_id: siteId, id: commentId }) => ({ siteId, commentId }));
      const pending = (await lockComments(session, refs)).filter(
        ({ status }) => status === 'pending',
      );
      await moveComments(session, pending.map(holdUnchecked));
    });
    this.relay.wake();
  }
}

function holdUnchecked(comment: LockedComment): Move {
  return {
    comment,
    to: 'held',
    revision: comment.revision,
    actor: 'system',
    actorId: null,
    reason: 'NEVER_CHECKED',
    details: {},
    findings: [],
    policyVersion: null,
    recheckAfter: null,
    rechecks: 0,
  };
}
