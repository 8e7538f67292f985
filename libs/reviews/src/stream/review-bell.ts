import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#database';

const RING: Statement = {
  name: 'reviews.ring',
  text: `SELECT pg_notify('moderato_reviews', ''), pg_notify('moderato_outbox', '')`,
};

/**
 * Tells every API process that there are new review events, and the relays that statuses may have changed. Not in the transaction of the events: a
 * NOTIFY there would make commits wait for each other. A lost ring costs the streams two seconds.
 */
@Injectable()
export class ReviewBell {
  private ringing = false;
  private again = false;

  constructor(private readonly database: Database) {}

  /** Rings at once, or, if a ring is on its way, once more after it. */
  ring(): void {
    this.again = true;
    if (!this.ringing) void this.ringOn();
  }

  private async ringOn(): Promise<void> {
    this.ringing = true;
    while (this.again) {
      this.again = false;
      await this.database.execute(RING).catch(() => undefined);
    }
    this.ringing = false;
  }
}
