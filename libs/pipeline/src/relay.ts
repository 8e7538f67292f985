import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { announce } from '#announcements';
import { Database, Notifications, type Session } from '#database';
import { ModerateQueue } from '#queues';
import { Periodic } from '#periodic';
import * as sql from './relay.sql.js';

interface MarkRow {
  site_id: string;
  comment_id: string;
  revision: number;
  attempt: number;
}

/** Marks in one transaction. A NOTIFY carries 8,000 bytes at most: 150 ids fit. */
const MARKS = 150;
/** How long a mark waits at most when its ring was lost. */
const LOOK_MS = 500;

/**
 * Passes committed outbox marks on: comments to check to the queue, what readers see of comments to
 * whoever listens. Should it die between handing in and committing, the marks stay and are handed in again;
 * the queue knows the job's id, and the verdict is written once.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly loops: Periodic[];

  constructor(
    private readonly database: Database,
    private readonly queue: ModerateQueue,
    private readonly notifications: Notifications,
  ) {
    this.loops = [
      this.loop('moderate', (marks) => this.handIn(marks)),
      this.loop('announce', (marks, session) => this.announce(marks, session)),
      this.loop('changed', (marks, session) => announce(session, commentsOf(marks))),
    ];
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const loop of this.loops) loop.start();
    await this.notifications.listen('moderato_outbox', () => this.wake());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** There are new marks. */
  wake(): void {
    for (const loop of this.loops) loop.wake();
  }

  private loop(
    topic: string,
    pass: (marks: MarkRow[], session: Session) => Promise<void>,
  ): Periodic {
    const work = async (): Promise<void> => {
      while ((await this.passSome(topic, pass)) === MARKS);
    };
    return new Periodic(work, LOOK_MS, (error) =>
      this.logger.warn(`Marks of "${topic}" wait in the outbox: ${error.message}`),
    );
  }

  private passSome(
    topic: string,
    pass: (marks: MarkRow[], session: Session) => Promise<void>,
  ): Promise<number> {
    return this.database.transaction(async (session) => {
      const marks = await session.query<MarkRow>(sql.TAKE, [topic, MARKS]);
      if (marks.length > 0) await pass(marks, session);
      return marks.length;
    });
  }

  private async handIn(marks: MarkRow[]): Promise<void> {
    await this.queue.add(
      marks.map((mark) => ({
        siteId: mark.site_id,
        commentId: mark.comment_id,
        revision: mark.revision,
        recheck: mark.attempt,
      })),
    );
  }

  private async announce(marks: MarkRow[], session: Session): Promise<void> {
    const ids = [...new Set(marks.map((mark) => mark.comment_id))];
    await Promise.all([
      session.query(sql.ANNOUNCE, [JSON.stringify(ids)]),
      announce(session, commentsOf(marks)),
    ]);
  }
}

/** The comments that the marks are about, each once. */
function commentsOf(marks: readonly MarkRow[]): { siteId: string; commentId: string }[] {
  const comments = new Map(
    marks.map(({ site_id: siteId, comment_id: commentId }) => [
      `${siteId}/${commentId}`,
      { siteId, commentId },
    ]),
  );
  return [...comments.values()];
}
