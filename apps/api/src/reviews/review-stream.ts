import { type EventFeed, EventStream } from '#reviews';
import type { EventConnection } from '../event-streams/event-connection.js';
import type { Beating } from '../event-streams/heartbeat.js';

/** What moderators are told by one connection. */
export class ReviewStream implements Beating {
  private readonly events: EventStream;

  constructor(
    private readonly connection: EventConnection,
    feed: EventFeed,
    siteIds: readonly string[],
  ) {
    this.events = new EventStream(feed, new Set(siteIds), (id, event) =>
      connection.send(event === null ? [] : [{ name: event.type, data: event }], id),
    );
    connection.onClose(() => this.events.close());
  }

  get isOpen(): boolean {
    return this.connection.isOpen;
  }

  /** Begins to send; ends the connection where events cannot be read, so that the client tries again. */
  async begin(lastEventId: string | undefined): Promise<void> {
    try {
      await this.events.open(lastEventId);
    } catch {
      this.end();
    }
    // Gone while it was told what it had missed.
    if (!this.isOpen) this.events.close();
  }

  restrict(siteIds: readonly string[]): void {
    this.events.restrict(new Set(siteIds));
  }

  beat(): void {
    this.connection.beat(this.events.place);
  }

  end(): void {
    this.connection.end();
  }
}
