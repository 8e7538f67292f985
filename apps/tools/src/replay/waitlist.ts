/** A comment whose verdict has not been seen; times of `performance.now`. */
export interface Waiting {
  id: string;
  acceptedAt: number;
  /** When it was last known to be pending. */
  lastPendingAt: number;
}

const COMPACT_AFTER = 10_000;

/** First in, first out, in constant time also with a hundred thousand waiting. */
export class Waitlist {
  private items: Waiting[] = [];
  private head = 0;

  get size(): number {
    return this.items.length - this.head;
  }

  push(waiting: Waiting): void {
    this.items.push(waiting);
  }

  shift(): Waiting | undefined {
    const first = this.items[this.head];
    if (first === undefined) return undefined;
    this.head += 1;
    if (this.head >= COMPACT_AFTER) {
      this.items = this.items.slice(this.head);
      this.head = 0;
    }
    return first;
  }
}
