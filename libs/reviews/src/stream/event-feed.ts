import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnModuleInit,
} from '@nestjs/common';
import { Database, Notifications } from '#database';
import { Periodic } from '#periodic';
import { type EventPlace, isBehind } from './event-place.js';
import * as sql from './events.sql.js';
import { type EventRow, type StoredEvent, storedEvent } from './stored-event.js';

/** Who hears of events; those that came together come together. */
export type EventListener = (events: StoredEvent[], upTo: EventPlace) => void;

/** Events as they were read, up to where, and whether these are all. */
export interface ReadEvents {
  events: StoredEvent[];
  upTo: EventPlace;
  all: boolean;
}

/** How long an event waits at most when its ring was lost. */
const LOOK_MS = 2000;
/** Between two looks, however often it rings: a busy queue rings for every comment. */
const PAUSE_MS = 50;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Reads new events once for the whole process, as long as somebody listens. */
@Injectable()
export class EventFeed implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(EventFeed.name);
  private readonly listeners = new Set<EventListener>();
  private readonly loop: Periodic;
  /** What is behind it has not been told; `undefined` while nobody listens. */
  private place: Promise<EventPlace> | undefined;

  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
  ) {
    this.loop = new Periodic(
      () => this.look(),
      LOOK_MS,
      (error) => this.logger.warn(`Review events are not read: ${error.message}`),
    );
  }

  async onModuleInit(): Promise<void> {
    await this.notifications.listen('moderato_reviews', () => this.loop.wake());
    // A comment that was held came with an event.
    await this.notifications.listen('moderato_status', () => this.loop.wake());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.listeners.clear();
    await this.loop.stop();
  }

  /**
   * Calls the listener with all that is written from now on. What it has missed of the time before
   * it reads once this has resolved; some events may then come twice, and none is left out.
   */
  async join(listener: EventListener): Promise<void> {
    this.listeners.add(listener);
    this.place ??= this.head();
    try {
      await this.place;
    } catch (error) {
      this.leave(listener);
      throw error;
    }
    this.loop.start();
  }

  leave(listener: EventListener): void {
    this.listeners.delete(listener);
    if (this.listeners.size > 0) return;
    this.place = undefined;
    void this.loop.stop();
  }

  /** Up to 500 events behind a place. */
  async read(after: EventPlace): Promise<ReadEvents> {
    const rows = await this.database.query<EventRow>(sql.EVENTS, [after.tx, after.id]);
    const last = rows.at(-1);
    return {
      events: rows.flatMap((row) => storedEvent(row) ?? []),
      upTo: last === undefined ? after : { tx: last.tx, id: last.id },
      all: rows.length < sql.EVENTS_AT_ONCE,
    };
  }

  /** Whether nothing behind the place was forgotten. */
  async isResumable({ tx, id }: EventPlace): Promise<boolean> {
    const [row] = await this.database.query<{ resumable: boolean }>(sql.RESUMABLE, [tx, id]);
    return row?.resumable ?? false;
  }

  /** The place behind which nothing is complete yet. */
  async head(): Promise<EventPlace> {
    const [place] = await this.database.query<EventPlace>(sql.HEAD);
    if (place === undefined) throw new Error('Postgres has no snapshot.');
    return place;
  }

  private async look(): Promise<void> {
    for (;;) {
      await pause();
      const place = await this.place;
      if (place === undefined) return;
      const { events, upTo, all } = await this.read(place);
      if (this.listeners.size === 0) return;
      this.place = Promise.resolve(upTo);
      if (isBehind(upTo, place)) for (const listener of this.listeners) listener(events, upTo);
      if (all && !(await this.isHeldBack())) return;
    }
  }

  private async isHeldBack(): Promise<boolean> {
    const [row] = await this.database.query<{ waiting: boolean }>(sql.HELD_BACK);
    return row?.waiting ?? false;
  }
}
