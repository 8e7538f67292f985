import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import { Sessions, SignOutListeners } from '#accounts';
import { EventFeed } from '#reviews';
import { sitesWith } from '../accounts/moderator.guard.js';
import { StreamReply } from './stream-reply.js';

const HEARTBEAT_MS = 15_000;
/** How long a stream outlives its session at most, should the sign-out come by another process. */
const RECHECK_MS = 60_000;

interface OpenStream {
  reply: StreamReply;
  moderatorId: string;
  sessionToken: string;
}

/** The open streams of this process: keeps them alive, and ends them with their sessions. */
@Injectable()
export class ReviewStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(ReviewStreams.name);
  private readonly open = new Set<OpenStream>();
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly feed: EventFeed,
    private readonly sessions: Sessions,
    private readonly signOuts: SignOutListeners,
  ) {}

  onModuleInit(): void {
    this.signOuts.onSignOut((moderatorId) => this.recheck(moderatorId));
    this.timers.push(setInterval(() => this.beat(), HEARTBEAT_MS).unref());
    this.timers.push(
      setInterval(() => {
        this.recheck().catch((error: unknown) =>
          this.logger.warn(`Sessions of streams are not looked at: ${(error as Error).message}`),
        );
      }, RECHECK_MS).unref(),
    );
  }

  /** A stream holds its connection, which would hold up the end. */
  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
    for (const { reply } of this.open) reply.end();
  }

  /** Sends events until the client goes, the session ends, or the process does. */
  async serve(
    reply: StreamReply,
    { id: moderatorId, siteIds }: { id: string; siteIds: string[] },
    sessionToken: string,
    lastEventId: string | undefined,
  ): Promise<void> {
    const stream = { reply, moderatorId, sessionToken };
    reply.onEnd(() => this.open.delete(stream));
    await reply.begin(this.feed, siteIds, lastEventId);
    if (!reply.ended) this.open.add(stream);
  }

  /** Ends streams whose sessions are over, and lets the others follow their moderators' sites. */
  async recheck(moderatorId?: string): Promise<void> {
    for (const { reply, sessionToken, moderatorId: whose } of [...this.open]) {
      if (moderatorId !== undefined && whose !== moderatorId) continue;
      const signedIn = await this.sessions.find(sessionToken);
      const siteIds = signedIn === null ? [] : sitesWith(signedIn, 'moderator');
      if (siteIds.length === 0) reply.end();
      else reply.restrict(siteIds);
    }
  }

  private beat(): void {
    for (const { reply } of this.open) reply.beat();
  }
}
