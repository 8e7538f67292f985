import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '#database';

const RING: Statement = { name: 'outbox.ring', text: `SELECT pg_notify('moderato_outbox', '')` };

/**
 * Tells the relays that there are new marks. Not in the transaction of the marks: a NOTIFY there
 * would make commits wait for each other. A lost ring costs the relay's next look, not a comment.
 */
@Injectable()
export class OutboxBell {
  private ringing = false;
  private again = false;

  constructor(private readonly database: Database) {}

  /** Rings at once, or, if a ring is on its way, once more after it. */
  ring(): void {
    if (this.ringing) {
      this.again = true;
      return;
    }
    this.ringing = true;
    void this.database
      .execute(RING)
      .catch(() => undefined)
      .then(() => {
        this.ringing = false;
        if (!this.again) return;
        this.again = false;
        this.ring();
      });
  }
}
