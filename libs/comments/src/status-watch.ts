import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CommentStatus } from '#contract';
import { Notifications } from '#database';
import { CommentsService } from './comments.service.js';

/** A comment of a site, whose verdict somebody waits for. */
interface Watched {
  siteId: string;
  id: string;
}

/** How often the row is looked at, should its announcement be lost. */
const LOOK_MS = 1000;

/** Waits for verdicts: woken by the announcement, sure by the comment's row. */
@Injectable()
export class StatusWatch implements OnModuleInit, BeforeApplicationShutdown {
  private closing = false;
  private readonly wakers = new Map<string, Set<() => void>>();

  constructor(
    private readonly comments: CommentsService,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): Promise<void> {
    return this.notifications.listen('moderato_status', (payload) => {
      for (const id of JSON.parse(payload) as string[])
        this.wakers.get(id)?.forEach((wake) => wake());
    });
  }

  /** Those who wait are told what is known by now, so that nothing holds up the end. */
  beforeApplicationShutdown(): void {
    this.closing = true;
    for (const wakers of this.wakers.values()) wakers.forEach((wake) => wake());
  }

  /**
   * The status once it is no longer pending, or `pending` after the given milliseconds.
   * @throws DomainError COMMENT_NOT_FOUND
   */
  async settled({ siteId, id }: Watched, milliseconds: number): Promise<CommentStatus> {
    const end = performance.now() + milliseconds;
    for (;;) {
      // Listening begins before the look, so that a verdict between the two is not missed.
      const woken = this.wake(id);
      try {
        const { status } = await this.comments.status(siteId, id);
        const left = end - performance.now();
        if (status !== 'pending' || left <= 0 || this.closing) return status;
        await woken.within(Math.min(left, LOOK_MS));
      } finally {
        woken.cancel();
      }
    }
  }

  private wake(id: string): {
    within: (milliseconds: number) => Promise<void>;
    cancel: () => void;
  } {
    let wake: () => void = () => undefined;
    const woken = new Promise<void>((resolve) => (wake = resolve));
    const wakers = this.wakers.get(id) ?? new Set();
    this.wakers.set(id, wakers.add(wake));
    let timer: NodeJS.Timeout | undefined;
    return {
      within: (milliseconds) =>
        Promise.race([
          woken,
          new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds))),
        ]),
      cancel: () => {
        clearTimeout(timer);
        wakers.delete(wake);
        if (wakers.size === 0 && this.wakers.get(id) === wakers) this.wakers.delete(id);
      },
    };
  }
}
