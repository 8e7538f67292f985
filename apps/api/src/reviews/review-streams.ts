import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import { Sessions, SignOutListeners } from '#accounts';
import { EventFeed } from '#reviews';
import { sitesWith } from '../accounts/moderator.guard.js';
import type { EventConnection } from '../event-streams/event-connection.js';
import { Heartbeat } from '../event-streams/heartbeat.js';
import { ReviewStream } from './review-stream.js';

/** How long a stream outlives its session at most, should the sign-out come by another process. */
const RECHECK_MS = 60_000;

interface OpenStream {
  stream: ReviewStream;
  moderatorId: string;
  sessionToken: string;
}

/** The moderators' open streams of this process: they end with their sessions. */
@Injectable()
export class ReviewStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(ReviewStreams.name);
  private readonly open = new Set<OpenStream>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly feed: EventFeed,
    private readonly sessions: Sessions,
    private readonly signOuts: SignOutListeners,
    private readonly heartbeat: Heartbeat,
  ) {}

  onModuleInit(): void {
    this.signOuts.onSignOut((moderatorId) => this.recheck(moderatorId));
    this.timer = setInterval(() => {
      this.recheck().catch((error: unknown) =>
        this.logger.warn(`Sessions of streams are not looked at: ${(error as Error).message}`),
      );
    }, RECHECK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Sends events until the client goes, the session ends, or the process does. */
  async serve(
    connection: EventConnection,
    { id: moderatorId, siteIds }: { id: string; siteIds: string[] },
    sessionToken: string,
    lastEventId: string | undefined,
  ): Promise<void> {
    const stream = new ReviewStream(connection, this.feed, siteIds);
    const open = { stream, moderatorId, sessionToken };
    this.open.add(open);
    this.heartbeat.add(stream);
    connection.onClose(() => {
      this.open.delete(open);
      this.heartbeat.remove(stream);
    });
    await stream.begin(lastEventId);
  }

  /** Ends streams whose sessions are over, and lets the others follow their moderators' sites. */
  async recheck(moderatorId?: string): Promise<void> {
    for (const { stream, sessionToken, moderatorId: whose } of [...this.open]) {
      if (moderatorId !== undefined && whose !== moderatorId) continue;
      const signedIn = await this.sessions.find(sessionToken);
      const siteIds = signedIn === null ? [] : sitesWith(signedIn, 'moderator');
      if (siteIds.length === 0) stream.end();
      else stream.restrict(siteIds);
    }
  }
}
