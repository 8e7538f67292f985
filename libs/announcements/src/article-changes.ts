import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Notifications } from '#database';
import {
  type Announcement,
  type ArticleRef,
  KEPT_SECONDS,
  type LogPosition,
} from './announcement.js';
import { AnnouncementLog } from './announcement-log.js';

/** Who wants to know what changes. */
export interface ChangeListener {
  /** Something about these articles has changed, or may have; or about any. */
  touched?: (articles: readonly ArticleRef[] | 'all') => void;
  /** Announcements may have been missed for good. */
  missed?: () => void;
  /** What was announced, in order, each once; then the log was read up to `position`. */
  announced?: (news: readonly Announcement[], position: LogPosition) => void;
}

/** How often the log is looked at when no notification asks for it. */
const LOOK_MS = 500;
/** Between two looks, however many notifications come. */
const PAUSE_MS = 25;
/** What a process has kept is taken for true for so long after the beginning of its last look. */
const TRUSTED_MS = 1500;

/**
 * Learns what changes under articles, by one look of the process at the log: at once when a
 * notification comes, twice a second when it is lost. No look, no trust: {@link isCurrent} is false
 * when what is kept could be older than {@link TRUSTED_MS}.
 */
@Injectable()
export class ArticleChanges implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ArticleChanges.name);
  private readonly listeners = new Set<ChangeListener>();
  private place: LogPosition | undefined;
  private lookedAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly log: AnnouncementLog,
    private readonly notifications: Notifications,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.look();
    await this.notifications.listen('moderato_announced', (payload) => {
      this.heard(payload);
      this.soon();
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  /** Tells the listener of all changes from now on. */
  subscribe(listener: ChangeListener): void {
    this.listeners.add(listener);
  }

  /** Whether listeners have been told of every change that was committed {@link TRUSTED_MS} ago. */
  isCurrent(): boolean {
    return performance.now() - this.lookedAt < TRUSTED_MS;
  }

  /** How far the log was read; `undefined` until it was. */
  get position(): LogPosition | undefined {
    return this.place;
  }

  /** What the notification names need not wait for the look. */
  private heard(payload: string): void {
    if (payload === '') return;
    const named = JSON.parse(payload) as [siteId: string, article: string][];
    const articles = named.map(([siteId, article]) => ({ siteId, article }));
    for (const { touched } of this.listeners) touched?.(articles);
  }

  private soon(): void {
    if (this.closed) return;
    if (this.looking !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE_MS);
  }

  private look(): void {
    if (this.closed) return;
    this.looking = this.read()
      .catch((error: unknown) =>
        this.logger.warn(`Changes cannot be read yet: ${(error as Error).message}`),
      )
      .finally(() => {
        this.looking = undefined;
        if (this.closed) return;
        this.timer = setTimeout(() => this.look(), this.again ? PAUSE_MS : LOOK_MS);
        this.again = false;
      });
  }

  private async read(): Promise<void> {
    const start = performance.now();
    const place = this.place;
    // What has been forgotten meanwhile cannot be told any more.
    const isTooLate = start - this.lookedAt > (KEPT_SECONDS * 1000) / 2;
    if (place === undefined || isTooLate) {
      this.place = await this.log.position();
      for (const listener of this.listeners) {
        listener.touched?.('all');
        listener.missed?.();
      }
    } else {
      const { touched, announced, more } = await this.log.newsSince(place.id);
      const at = new Date(place.at.getTime() + Math.max(0, start - this.lookedAt));
      this.place = { id: announced.at(-1)?.id ?? place.id, at };
      this.again ||= more;
      // More than one look takes in: what it has not seen may be anything.
      this.tell(more ? 'all' : touched, announced, this.place);
    }
    this.lookedAt = start;
  }

  private tell(
    touched: readonly ArticleRef[] | 'all',
    announced: readonly Announcement[],
    position: LogPosition,
  ): void {
    for (const listener of this.listeners) {
      if (touched.length > 0) listener.touched?.(touched);
      listener.announced?.(announced, position);
    }
  }
}
