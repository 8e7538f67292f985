import { Unreachable } from '../api/problem.js';

/** What the courier needs of the world. */
export interface CourierPorts {
  /** Ends after so many milliseconds, or sooner when the network is back. */
  wait: (milliseconds: number) => Promise<void>;
  /** How many requests wait because the service is out of reach; 0 when it is back. */
  onStalled: (waiting: number) => void;
}

/** Milliseconds before each new try; about half a minute altogether. */
const PAUSES = [500, 1000, 2000, 4000, 8000, 15_000];

/** Brings requests to the service one after the other, and tries again while it cannot be reached. */
export class Courier {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  private stalled = false;

  constructor(private readonly ports: CourierPorts) {}

  /** How many requests are not answered yet. */
  get pending(): number {
    return this.waiting;
  }

  /** Sends when all before it are done; throws what the service refused, or Unreachable in the end. */
  send<T>(task: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    if (this.stalled) this.ports.onStalled(this.waiting);
    const run = this.last.then(() => this.attempt(task)).finally(() => this.finish());
    this.last = run.catch(() => undefined);
    return run;
  }

  private async attempt<T>(task: () => Promise<T>): Promise<T> {
    for (const pause of PAUSES) {
      try {
        return await task();
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error;
        this.stalled = true;
        this.ports.onStalled(this.waiting);
        await this.ports.wait(pause);
      }
    }
    return task();
  }

  private finish(): void {
    this.waiting -= 1;
    if (!this.stalled) return;
    this.stalled = false;
    this.ports.onStalled(0);
  }
}
