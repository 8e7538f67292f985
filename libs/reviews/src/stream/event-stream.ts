import type { ReviewEvent } from '#contract';
import type { EventFeed, EventListener } from './event-feed.js';
import { type EventPlace, isBehind, readPlace, writePlace } from './event-place.js';
import type { StoredEvent } from './stored-event.js';

/** Takes an event with the id to resume behind it; without an event, the id alone. */
export type SendEvent = (id: string, event: ReviewEvent | null) => void;

/** The events of some sites for one listener: what was missed first, then what comes, each once and in order. */
export class EventStream {
  private sent: EventPlace | undefined;
  private readonly waiting: StoredEvent[] = [];
  private readonly listener: EventListener = (events) => this.hear(events);

  constructor(
    private readonly feed: EventFeed,
    private siteIds: ReadonlySet<string>,
    private readonly send: SendEvent,
  ) {}

  /** Begins behind the last event that the listener knows, or now. A place that is too old, or none, is told as `reset`. */
  async open(lastEventId: string | undefined): Promise<void> {
    await this.feed.join(this.listener);
    const start = await this.start(lastEventId);
    this.send(writePlace(start.place), start.reset ? { type: 'reset' } : null);
    const caughtUp = await this.catchUp(start.place);
    this.sent = caughtUp;
    // What came meanwhile; all that was read already is passed over.
    this.deliver(this.waiting.splice(0));
  }

  /** Where the listener could resume by now. */
  get place(): string | null {
    return this.sent === undefined ? null : writePlace(this.sent);
  }

  /** From now on events of these sites. */
  restrict(siteIds: ReadonlySet<string>): void {
    this.siteIds = siteIds;
  }

  close(): void {
    this.feed.leave(this.listener);
  }

  private async start(
    lastEventId: string | undefined,
  ): Promise<{ place: EventPlace; reset: boolean }> {
    if (lastEventId === undefined) return { place: await this.feed.head(), reset: false };
    const place = readPlace(lastEventId);
    if (place !== null && (await this.feed.isResumable(place))) return { place, reset: false };
    return { place: await this.feed.head(), reset: true };
  }

  private async catchUp(from: EventPlace): Promise<EventPlace> {
    let place = from;
    for (;;) {
      const { events, upTo, all } = await this.feed.read(place);
      this.pass(events);
      place = upTo;
      if (all) return place;
    }
  }

  private hear(events: StoredEvent[]): void {
    if (this.sent === undefined) this.waiting.push(...events);
    else this.deliver(events);
  }

  private deliver(events: StoredEvent[]): void {
    for (const stored of events) {
      if (this.sent === undefined || !isBehind(stored.place, this.sent)) continue;
      this.sent = stored.place;
      this.pass([stored]);
    }
  }

  private pass(events: StoredEvent[]): void {
    for (const { siteId, event, place } of events) {
      if (this.siteIds.has(siteId)) this.send(writePlace(place), event);
    }
  }
}
