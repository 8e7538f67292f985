import type { Announcement, LogPosition } from '#announcements';
import type { ArticleEvent } from '#contract';
import type { EventConnection } from '../event-streams/event-connection.js';
import { eventId } from './event-id.js';

/** What a stream is about. */
export interface StreamTopic {
  siteId: string;
  articles: readonly string[];
  /** Counts alone, or comments too. */
  kind: 'counts' | 'comments';
}

/** What may come in while a client is told what it has missed. */
const MAX_HELD = 1000;

/** One client and what it has been told. */
export class ArticleStream {
  /** Announcements that came while the client is still told what was before them. */
  private held: Announcement[] | null = [];
  private told: LogPosition = { id: 0, at: new Date(0) };
  private readonly counts = new Map<string, number>();

  constructor(
    readonly topic: StreamTopic,
    private readonly connection: EventConnection,
  ) {}

  /** Begins at a position, and first with what the client has missed before it; `null` if that is lost. */
  begin(missed: readonly Announcement[] | null, position: LogPosition): void {
    const held = this.held ?? [];
    this.held = null;
    this.told = position;
    if (missed === null) this.reset();
    else if (missed.length > 0) this.send(this.eventsOf(missed), eventId(position));
    else this.connection.beat(eventId(position));
    for (const one of held) this.tell(one, { id: one.id, at: position.at });
  }

  /** Sends the counts as they are now. */
  count(counts: ReadonlyMap<string, number>): void {
    const events = [...counts].map(([article, count]): ArticleEvent => {
      this.counts.set(article, count);
      return { type: 'count', article, count };
    });
    this.send(events, eventId(this.told));
  }

  /** Something was announced about one of the articles. */
  tell(one: Announcement, position: LogPosition): void {
    if (this.held !== null) {
      if (this.held.push(one) > MAX_HELD) this.end();
      return;
    }
    // A process that is ahead of ours has told the client already.
    if (one.id <= this.told.id) return;
    this.told = position;
    const events = this.eventsOf([one]);
    if (events.length > 0) this.send(events, eventId(position));
  }

  /** The client must read everything again. */
  reset(): void {
    this.counts.clear();
    this.send([{ type: 'reset' }], eventId(this.told));
  }

  /** @param position how far the log was read, whatever was in it. */
  beat(position: LogPosition): void {
    if (this.held !== null) return;
    if (position.id >= this.told.id) this.told = position;
    this.connection.beat(eventId(this.told));
  }

  end(): void {
    this.connection.end();
  }

  private send(events: readonly ArticleEvent[], id: string): void {
    this.connection.send(
      events.map((data) => ({ data })),
      id,
    );
  }

  private eventsOf(news: readonly Announcement[]): ArticleEvent[] {
    return news.flatMap(({ article, commentId: id, parentId, shown, count }): ArticleEvent[] => {
      const isNew = this.counts.get(article) !== count;
      this.counts.set(article, count);
      return [
        ...(this.topic.kind === 'comments'
          ? [{ type: 'comment', id, parentId, shown } as const]
          : []),
        ...(isNew ? [{ type: 'count', article, count } as const] : []),
      ];
    });
  }
}
