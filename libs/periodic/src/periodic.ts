/**
 * Repeats some work: after a pause, at once when woken, never twice at the same time. A failure is
 * reported and the work is tried again after the pause.
 */
export class Periodic {
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private again = false;
  private stopped = true;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseMs: number,
    private readonly failed: (error: Error) => void,
  ) {}

  start(): void {
    this.stopped = false;
    this.wake();
  }

  /** Runs the work now, or, if it is at work, once more after it. */
  wake(): void {
    if (this.stopped) return;
    if (this.running !== undefined) {
      this.again = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.work()
      .catch((error: unknown) => this.failed(error as Error))
      .finally(() => this.next());
  }

  /** Resolves when the work at hand is done; none begins after it. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private next(): void {
    this.running = undefined;
    if (this.stopped) return;
    if (this.again) {
      this.again = false;
      this.wake();
    } else {
      this.timer = setTimeout(() => this.wake(), this.pauseMs);
    }
  }
}
